/** What to do for a class: id, then Chinese, English, and the row of the concept that says so. */
export default (): Readonly<Record<string, readonly [zh: string, en: string, row: string]>> => ({
  "act.complaint": ["马上回复投诉；暂停推销", "Answer the complaint; no sales letters", "R20"],
  "act.reply": ["先回复对方：现货、报价单", "Reply first: stock and quotation", "R02"],
  "act.fair": ["发会后跟进函，附当面谈的细节", "Letter after the fair, with what you discussed", "R01 A071"],
  "act.aftersale": ["问货用得怎么样", "Ask how the goods are", "R09 A094"],
  "act.visit": ["安排季度拜访", "Arrange the quarterly visit", "R10 A082"],
  "stage.3": ["跟进样品反馈，给批量订单方案", "Ask about the sample; offer a bulk price", "A077 R03"],
  "stage.2": ["弄清卡点并破解", "Find what holds him back and solve it", "A078"],
  "stage.1": ["发行业资讯", "Send news of the trade", "A079 R04"],
  "stage.0": ["半年后再排查", "Check again in half a year", "A080 R05"],
  "stage.4": ["按上次采购推升级款", "Offer an upgrade of what he bought", "A076"],
});
