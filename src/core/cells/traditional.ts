/** The traditional characters of the headers, words, countries and cities that we know, each before its simplified form. */
const PAIRS =
  "國国灣湾臺台亞亚爾尔羅罗蘭兰聯联韓韩馬马來来維维內内納纳緬缅賓宾諾诺貝贝與与倫伦蘇苏達达魯鲁薩萨義义烏乌盧卢麥麦頓顿濟济島岛聖圣歐欧賽赛舊旧紐纽約约門门葉叶敘叙剛刚東东萬万慶庆廣广華华陸陆區区屬属衛卫幾几奧奥勞劳邁迈圖图連连喬乔龍龙漢汉橫横" +
  "濱滨戶户澤泽溫温誌志盤盘茲兹邊边堅坚眾众愛爱蓋盖賴赖獅狮贊赞開开關关場场庫库廈厦寧宁紮扎鮮鲜貢贡裡里裏里滿满錢钱郵邮興兴臘腊別别岡冈祕秘買买脫脱萊莱時时費费撾挝韋韦湯汤紹绍編编號号稱称業业務务員员負负責责繫系絡络電电話话類类狀状態态間间後后" +
  "進进詢询價价產产單单訂订購购額额總总幣币數数應应備备註注廠厂簡简網网職职蹤踪錄录貨货億亿歷历績绩標标籤签簽签觸触實实際际銷销計计預预種种評评級级階阶發发運运參参會会縣县問问傳传機机創创報报質质規规線线鍵键營营帳账賬账獲获諮咨詳详細细採采" +
  "處处爭争議议樣样確确認认暫暂轉转環环資资領领臉脸書书獨独無无極极積积熱热強强現现訪访見见絕绝測测試试談谈紙纸驗验潛潜覽览製制據据薦荐點点對对復复遲迟證证條条廢废糾纠紛纷擱搁終终丟丢閉闭訴诉躍跃";

let simplified: ReadonlyMap<string, string> | undefined;
let traditional: RegExp;

/** The text in simplified characters, as far as they stand in headers, in lists of words and in names of countries and cities. */
export function simplify(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text;
  // Made when first asked for: a bundle that is only loaded must not pay for it.
  if (!simplified) {
    simplified = new Map(PAIRS.match(/../g)!.map((pair) => [pair.charAt(0), pair.charAt(1)]));
    traditional = new RegExp(`[${[...simplified.keys()].join("")}]`, "g");
  }
  const pairs = simplified;
  return text.replace(traditional, (character) => pairs.get(character)!);
}
