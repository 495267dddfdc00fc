/**
 * What to do, in Chinese and English: for a class under its axis, for what cannot wait under "act", with the name of the
 * act. The rows behind each line are the concept's. Giving somebody up is a person's act and stands nowhere (A048, X17).
 */
export default (): Readonly<Record<string, readonly [zh: string, en: string, nameZh?: string, nameEn?: string]>> => ({
  // R20 C37
  "act.complaint": [
    "马上回复投诉，跟到解决；暂停推销",
    "Answer the complaint and see it through; no sales letters",
    "投诉",
    "Complaint",
  ],
  // R02
  "act.reply": [
    "先回他的来信，问价的附报价单",
    "Answer him first; quote where he asked for a price",
    "待回复",
    "Reply owed",
  ],
  // R01 A071
  "act.fair": [
    "发会后跟进函，写上当面谈过的",
    "Write after the fair, with what you discussed",
    "会后跟进",
    "After the fair",
  ],
  // R09 A094: the class "aftersale" of the letters is the same act
  "act.aftersale": [
    "问货到后用得怎样、有无问题",
    "Ask how the goods do, and if anything is wrong",
    "售后问候",
    "After-sale",
  ],
  // R10 A082
  "act.visit": ["约一次季度拜访", "Arrange the quarterly visit", "拜访", "Visit"],

  // A049
  "fair.hot": ["优先跟进，多给资料和样品", "Follow up first; send more details and samples"],
  // A050 R19
  "fair.warm": ["打电话回访，再补一封邮件", "Call him, then write"],
  // A051
  "fair.cold": ["不急着推，有优惠时再联系", "No rush; write again with a special offer"],

  // A076
  "stage.4": ["争取下一单：推荐比上次更新的款", "Win the next order: offer what is newer than his last"],
  // A077 R03
  "stage.3": ["问样品试得怎样，报批量价", "Ask how the sample does; quote for the bulk order"],
  // A078
  "stage.2": ["问清卡在哪里，逐项解决", "Find out what holds him back, and solve it"],
  // A079 R04
  "stage.1": ["发一条和他有关的行业消息", "Send a piece of trade news that concerns him"],
  // A080 R05
  "stage.0": ["先不推销，半年后再问一次", "No selling now; ask again in half a year"],

  // A004 A021 A043 A046 A081 X20
  "value.A": ["专人负责，优先排产，备定制方案", "One person in charge, first in production, tailored offer"],
  // A005 A022 A047 A082
  "value.B": ["新品先给他试销，争取升一级", "Let him try new products first; help him up a tier"],
  // A083 R11
  "value.C": ["按时报价，物流走常规方案", "Quote on a fixed rhythm; ship the standard way"],
  // A006 A023 A084 X17
  "value.D": ["发自助下单链接，小单可混批", "Send the order link; let him mix small lots"],

  // A061
  "region.north_america": [
    "推有认证（FDA、UL）的标准款，可小批补货",
    "Offer certified standard goods (FDA, UL) in small lots",
  ],
  // A062
  "region.southeast_asia": ["推低成本试单款，说清起订量", "Offer a low-cost trial order; say the minimum quantity"],
  // A063 R15
  "region.middle_east": [
    "斋月前早备货；食品只推有清真认证的",
    "Plan stock before Ramadan; food only if certified halal",
  ],
  // A064
  "region.europe": ["附检测报告，讲环保材质和包装", "Attach test reports; show green materials and packing"],
  // A065
  "region.africa": ["先谈妥付款方式，首单控制风险", "Agree on payment first; keep the first order safe"],
  // A040 A057, as all that follow: the concept names no habits of these
  "region.latin_america": ["资料备西语或葡语，问清清关要求", "Write in Spanish or Portuguese; ask about customs"],
  "region.south_asia": ["先问目标价和认证，按数量分档报价", "Ask his target price and papers; quote by quantity"],
  "region.east_asia": ["说明质检标准和交期，资料用当地语言", "State inspection and lead time, in his language"],
  "region.cis": ["先定付款和运输路线，资料备俄语", "Settle payment and route first; write in Russian"],
  // and A087
  "region.oceania": ["早报船期，提到当地标准和新品", "Give sailing dates early; name local rules and news"],

  // A071
  "source.fair": ["提起展会上谈的和看过的样品", "Recall your talk at the fair and the samples he saw"],
  // A072
  "source.social": ["发车间照片和成交案例，先建信任", "Send factory pictures and cases; build trust first"],
  // A073
  "source.b2b": ["报价里写明比同行多给什么", "Say in the quotation what others do not give"],
  // A074 R02
  "source.inbound": ["当天回复，有货就附报价单", "Answer the same day, with stock and a quotation"],
  // A040 C43
  "source.outbound": ["开发信按他的市场写，一封只讲一款", "Write for his market, one product in each letter"],
  // A075 R24
  "source.ads": ["首单给折扣，写明截止日", "Offer a discount on the first order, with an end date"],
  // A074
  "source.referral": ["谢过介绍人，当天报价", "Thank whoever sent him; quote the same day"],
  // A058
  "source.other": ["问他怎么知道我们的", "Ask how he found you"],

  // A091
  "followup.fresh": ["把刚谈的细节逐条确认", "Confirm in writing what you have just discussed"],
  // R06 X19
  "followup.week": ["再问一次还没定的几点", "Ask once more about the open points"],
  // A092 R07
  "followup.month": ["发一条影响他采购成本的消息", "Send news that changes what buying costs him"],
  // A093 R08
  "followup.quarter": ["给限时优惠，挑他看过的产品", "Make a short offer on a product he looked at"],
});
