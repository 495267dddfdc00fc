/** The words of company names, folded as `foldCompany` folds them; patterns are parts of regular expressions. */
export default () => ({
  /** Spellings of one form, so that Limited and Ltd are the same full name. */
  spellings: {
    limited: "ltd",
    limitd: "ltd",
    company: "co",
    corporation: "corp",
    incorporated: "inc",
    private: "pvt",
    proprietary: "pty",
    ооо: "ooo",
    оoo: "ooo",
    ао: "ao",
    зао: "zao",
    оао: "oao",
    пао: "pao",
    ип: "ip",
    тоо: "too",
    тов: "tov",
  },
  /** Legal forms that end a name. */
  endings:
    "ltd llc llp lp inc corp co plc pvt pte pty gmbh mbh ag kg ohg ug sa sas sarl sasu srl spa sl slu sau slne ltda lda eirl cv rl " +
    "nv bv bvba sprl ab oy oyj as asa aps kft zrt nyrt bt doo dd ad ead eood ood sro oo ooo oao zao ao pao tov too uab sia oü " +
    "bhd sdn tbk fze fzco fzc wll saoc jsc ojsc cjsc pjsc kk gk sapi aş şti kft oe ae epe jsb",
  /** Legal forms that begin a name: ООО Ромашка, PT Maju, M/S Traders. Short for a reason: SA and AS begin names of their own. */
  beginnings: "llc ooo oao zao ao pao tov too ip jsc ojsc cjsc pjsc pt cv uab sia ms messrs m/s",
  chineseForms:
    "股份有限公司|有限责任公司|有限責任公司|控股有限公司|集团有限公司|集團有限公司|有限公司|集团公司|集團公司|株式会社|株式會社|有限会社|合同会社|\\(株\\)|\\(有\\)|集团|集團|总公司|總公司|公司",
  chineseStarts: "株式会社|株式會社|有限会社|合同会社|\\(株\\)|\\(有\\)",
  placeholders:
    "unknown|tbd|tba|tbc|na|none|null|nil|nan|test|tests|testing|test test|test customer|test company|customer test|sample customer|xxx|xx|x" +
    "|same as consignee|same as above|as above|various|various customers|cash customer|cash sale|walk in|walk in customer|anonymous|guest" +
    "|to order|order|bearer|not available|not applicable|no name|noname|new customer|customer|company|client|dummy" +
    "|待定|未知|不详|无|無|暂无|待补充|测试|测试客户|測試|测试公司|散客|匿名|客户|新客户|同上|公司|未填写|空",
  toOrder: "^(?:un)?to (?:the )?order(?: of)?(?: |$)|^凭指示|^(?:test|测试|測試) ?\\d+$|^tbd ",
  total:
    "^(?:(?:本页|本頁|本月|全年|年度|\\d{4}年?(?:\\d{1,2}月)?) ?)?(?:合计|合計|总计|總計|小计|小計|共计|共計|总和|總和|汇总|匯總|累计|累計|总数|總數)(?: ?(?:金额|金額|usd|cny|rmb|eur|\\d+))*$" +
    "|^(?:(?:grand|sub|page|overall) ?)?totals?(?: (?:amount|usd|cny|rmb|eur|\\d+))*$|^sum(?: (?:total|usd|\\d+))*$",
  /** Words that many firms carry: two names that share only these share nothing. */
  common:
    "the and of for trading trade traders international intl import imports export exports importers exporters impex industrial " +
    "industries industry group global company general enterprise enterprises technology technologies tech electronics electronic " +
    "solutions services service supply supplies systems products manufacturing distribution distributors distributor wholesale retail " +
    "store stores shop market marketing holding holdings investment investments development commercial comercial comercio " +
    "importadora exportadora distribuidora industria industrias handel handels north south east west new world america europe asia " +
    "africa china india usa american european asian national first best star united brothers bros sons logistics shipping foods food " +
    "textile textiles garments machinery equipment materials hardware tools furniture home house",
  commonChinese:
    "国际|國際|贸易|貿易|进出口|進出口|商贸|商貿|科技|电子|電子|实业|實業|工业|工業|发展|發展|技术|技術|制造|製造|机械|機械|企业|企業|投资|投資|控股|中国|中國|深圳市?|广州市?|廣州市?|上海市?|北京市?|宁波市?|义乌市?|东莞市?|佛山市?|厦门市?|青岛市?|杭州市?|苏州市?|浙江省?|广东省?|江苏省?|山东省?|福建省?|香港",
});
