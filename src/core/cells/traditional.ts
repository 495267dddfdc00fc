/** Traditional characters of headers, countries and cities, each before its simplified form. */
const PAIRS =
  "國国灣湾臺台亞亚爾尔羅罗蘭兰聯联韓韩馬马來来維维內内納纳緬缅賓宾諾诺貝贝與与倫伦蘇苏黃黄達达魯鲁薩萨義义烏乌盧卢麥麦頓顿" +
  "濟济島岛聖圣歐欧賽赛舊旧紐纽約约門门葉叶敘叙獨独剛刚東东壽寿萬万慶庆廣广華华陸陆區区屬属鵬鹏莊庄衛卫幾几農农奧奥勞劳倉仓" +
  "邁迈車车無无遜逊鐵铁圖图絲丝諸诸連连喬乔龍龙漢汉橫横濱滨戶户澤泽溫温瑪玛緯纬誌志齊齐瓊琼盤盘茲兹邊边堅坚眾众愛爱蓋盖賴赖" +
  "獅狮贊赞僑侨樓楼離离開开關关們们場场庫库廈厦寧宁蘿萝紮扎兒儿榮荣傑杰飛飞鮮鲜貢贡裡里裏里滿满豐丰轉转錫锡錢钱鎮镇郵邮興兴" +
  "藍蓝臘腊別别岡冈祕秘買买脫脱萊莱時时費费撾挝韋韦湯汤紹绍編编號号稱称業业務务員员負负責责繫系絡络電电話话類类狀状態态間间" +
  "後后進进詢询價价產产單单訂订購购額额總总幣币數数應应備备註注廠厂簡简網网職职徑径蹤踪紀纪錄录貨货億亿歷历績绩標标籤签簽签" +
  "觸触實实際际銷销計计預预種种輸输準准評评級级層层階阶發发運运參参會会縣县問问絕绝傳传機机創创見见寫写賣卖擴扩報报質质規规" +
  "複复雜杂線线鍵键營营餘余帳账賬账優优獲获聞闻訊讯諮咨詳详細细紅红綠绿採采";

let simplified: ReadonlyMap<string, string> | undefined;

/** The text in simplified characters, as far as they stand in headers and in names of countries and cities. */
export function simplify(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text;
  // Made when first asked for: a bundle that is only loaded must not pay for it.
  simplified ??= new Map(PAIRS.match(/../g)!.map((pair) => [pair.charAt(0), pair.charAt(1)]));
  const pairs = simplified;
  return text.replace(/[\u4e00-\u9fff]/g, (character) => pairs.get(character) ?? character);
}
