/**
 * What to do, in Chinese and English: for a class under its axis, for what cannot wait under "act", with the name of the
 * act; and the rows of the concept that it comes from. Giving somebody up is a person's act and stands nowhere (A048, X17).
 */
export default (): Readonly<
  Record<string, readonly [zh: string, en: string, rows: string, nameZh?: string, nameEn?: string]>
> => ({
  "act.complaint": [
    "马上回复投诉，跟到解决；暂停推销",
    "Answer the complaint and see it through; no sales letters",
    "R20 C37",
    "投诉",
    "Complaint",
  ],
  "act.reply": [
    "先回他的来信，问价的附报价单",
    "Answer him first; quote where he asked for a price",
    "R02",
    "待回复",
    "Reply owed",
  ],
  "act.fair": [
    "发会后跟进函，写上当面谈过的",
    "Write after the fair, with what you discussed",
    "R01 A071",
    "会后跟进",
    "After the fair",
  ],
  "act.aftersale": [
    "问货到后用得怎样、有无问题",
    "Ask how the goods do, and if anything is wrong",
    "R09 A094",
    "售后问候",
    "After-sale",
  ],
  "act.visit": ["约一次季度拜访", "Arrange the quarterly visit", "R10 A082", "拜访", "Visit"],

  "fair.hot": ["优先跟进，多给资料和样品", "Follow up first; send more details and samples", "A049 A059"],
  "fair.warm": ["打电话回访，再补一封邮件", "Call him, then write", "A050 A059 R19"],
  "fair.cold": ["不急着推，有优惠时再联系", "No rush; write again with a special offer", "A051 A059"],

  "stage.4": ["争取下一单：推荐比上次更新的款", "Win the next order: offer what is newer than his last", "A076"],
  "stage.3": ["问样品试得怎样，报批量价", "Ask how the sample does; quote for the bulk order", "A077 R03"],
  "stage.2": ["问清卡在哪里，逐项解决", "Find out what holds him back, and solve it", "A078"],
  "stage.1": ["发一条和他有关的行业消息", "Send a piece of trade news that concerns him", "A079 R04"],
  "stage.0": ["先不推销，半年后再问一次", "No selling now; ask again in half a year", "A080 R05"],

  "relation.prospect": ["寄一份样品或约一次演示", "Send a sample or arrange a demonstration", "A009 A044 A053"],
  "relation.new": [
    "发使用说明，问第一批货用得顺不顺",
    "Send the guide to use; ask how the first goods do",
    "A007 A027",
  ],
  "relation.growing": ["按他的补货节奏提前报价", "Quote ahead of his own rhythm of ordering", "A008 A028"],
  "relation.mature": [
    "年度总结加专属方案，专人维护",
    "Review the year with him; an offer made for him",
    "A008 A029 A052 X12",
  ],
  "relation.declining": ["问清为什么下单变少", "Ask why he orders less", "A030 A038"],
  "relation.once": ["问首单评价，给返单优惠", "Ask how the first order was; offer a second one", "A007 X10"],
  "relation.won_back": ["确认上次的问题已解决", "Make sure that what drove him off is solved", "A030 A054"],
  "relation.lost": [
    "电话问离开的原因，再谈一次合作",
    "Call and ask why he left; offer a new start",
    "A030 A042 A045 A054 X11",
  ],

  "value.A": [
    "专人负责，优先排产，备定制方案",
    "One person in charge, first in production, tailored offer",
    "A004 A021 A031 A032 A034 A042 A043 A046 A081 X20",
  ],
  "value.B": [
    "新品先给他试销，争取升一级",
    "Let him try new products first; help him up a tier",
    "A005 A022 A047 A082",
  ],
  "value.C": [
    "固定周期报价、常规物流；推荐新品，提高单量",
    "Fixed quoting rhythm, standard shipping; recommend more",
    "A005 A022 A031 A032 A035 A042 A047 A083 R11",
  ],
  "value.D": [
    "发自助下单链接，小单可混批",
    "Send the order link; let him mix small lots",
    "A006 A023 A036 A048 A084 X17",
  ],

  "region.north_america": [
    "推有认证（FDA、UL）的标准款，可小批补货",
    "Offer certified standard goods (FDA, UL) in small lots",
    "A061",
  ],
  "region.southeast_asia": [
    "推低成本试单款，说清起订量",
    "Offer a low-cost trial order; say the minimum quantity",
    "A062",
  ],
  "region.middle_east": [
    "斋月前早备货；食品只推有清真认证的",
    "Plan stock before Ramadan; food only if certified halal",
    "A063 R15",
  ],
  "region.europe": ["附检测报告，讲环保材质和包装", "Attach test reports; show green materials and packing", "A064"],
  "region.africa": ["先谈妥付款方式，首单控制风险", "Agree on payment first; keep the first order safe", "A065"],
  "region.latin_america": [
    "资料备西语或葡语，问清清关要求",
    "Write in Spanish or Portuguese; ask about customs",
    "A040 A057",
  ],
  "region.south_asia": [
    "先问目标价和认证，按数量分档报价",
    "Ask his target price and papers; quote by quantity",
    "A040 A057",
  ],
  "region.east_asia": [
    "说明质检标准和交期，资料用当地语言",
    "State inspection and lead time, in his language",
    "A040 A057",
  ],
  "region.cis": ["先定付款和运输路线，资料备俄语", "Settle payment and route first; write in Russian", "A040 A057"],
  "region.oceania": [
    "早报船期，提到当地标准和新品",
    "Give sailing dates early; name local rules and news",
    "A040 A057 A087",
  ],

  "locality.local": ["上门拜访，问题当天处理", "Visit him; solve problems the same day", "A016 A055"],
  "locality.domestic": ["电话和远程支持为主", "Keep in touch by phone; help from afar", "A016 A056"],
  "locality.international": ["用他的语言和工作时间联系", "Write in his language, in his office hours", "A016 A057"],

  "identity.distributor": [
    "讲区域保护、广告补贴和售后培训",
    "Offer a protected area, advertising support, training",
    "A066",
  ],
  "identity.OEM": ["讲打样速度：7 天出定制样品", "Show how fast you sample: custom pieces in 7 days", "A067 R12"],
  "identity.project": ["讲批量供货能力和工期保证", "Show volume capacity and a kept schedule", "A068"],
  "identity.retail": ["推爆款混批套餐，降低首单门槛", "Offer a mixed set of best sellers, in small lots", "A069"],
  "identity.repair": ["讲常用配件现货，当天发出", "Show parts in stock, sent the same day", "A070"],
  "identity.wholesale": ["按数量分档报价，固定周期更新", "Quote by quantity, on a fixed rhythm", "A083 X16"],
  "identity.trading": ["报价给足利润空间，配合他的单据", "Leave him a margin; fit his papers", "A058 X16"],
  "identity.brand": ["讲品控记录和包装定制", "Show quality records and packing made for his brand", "A058"],
  "identity.chain": ["讲多店供货和统一验货", "Show supply to many shops and one inspection", "A081 X16"],

  "source.fair": ["提起展会上谈的和看过的样品", "Recall your talk at the fair and the samples he saw", "A071"],
  "source.social": ["发车间照片和成交案例，先建信任", "Send factory pictures and cases; build trust first", "A072"],
  "source.b2b": ["报价里写明比同行多给什么", "Say in the quotation what others do not give", "A073"],
  "source.inbound": ["当天回复，有货就附报价单", "Answer the same day, with stock and a quotation", "A074 R02"],
  "source.outbound": [
    "开发信按他的市场写，一封只讲一款",
    "Write for his market, one product in each letter",
    "A040 C43",
  ],
  "source.ads": ["首单给折扣，写明截止日", "Offer a discount on the first order, with an end date", "A075 R24"],
  "source.referral": ["谢过介绍人，当天报价", "Thank whoever sent him; quote the same day", "A074"],
  "source.other": ["问他怎么知道我们的", "Ask how he found you", "A058"],

  "followup.fresh": ["把刚谈的细节逐条确认", "Confirm in writing what you have just discussed", "A091"],
  "followup.week": ["再问一次还没定的几点", "Ask once more about the open points", "R06 X19"],
  "followup.month": ["发一条影响他采购成本的消息", "Send news that changes what buying costs him", "A092 R07"],
  "followup.quarter": ["给限时优惠，挑他看过的产品", "Make a short offer on a product he looked at", "A093 R08"],

  "frequency.high": ["推荐升级款，给测试价", "Offer the newer model at a trial price", "A001 A018 A085 R14"],
  "frequency.mid": ["定期发新品和限时折扣", "Send new products and short offers regularly", "A002 A019"],
  "frequency.low": [
    "给老客户专享价，问少下单的原因",
    "Give a price for old customers; ask why he orders so seldom",
    "A003 A020 A086 R13",
  ],
  "frequency.single": ["问首单用得怎样，约下一单", "Ask how the first order went; plan the next", "A020 X08"],
  "frequency.none": [
    "先给试用或小样，降低首单难度",
    "Make the first order easy: a trial or a small sample",
    "A003 A020",
  ],

  "activity.active": ["按采购节奏提前备货", "Have stock ready before he orders", "A037 X03"],
  "activity.lapsing": ["发限时优惠，请他补一单", "Send a short offer and ask for a refill", "A038 R22"],
  "activity.dormant": [
    "发唤醒函：提他的市场和新品",
    "Write to wake him: his market, your new products",
    "A039 A087 R13 X02",
  ],
  "activity.none": ["先促成第一单", "Work for the first order", "A044 A053"],

  "engagement.active": ["趁他在回信，把报价和样品谈定", "While he replies, settle price and sample", "A033 X03"],
  "engagement.quiet": ["换一种方式联系：电话或 WhatsApp", "Try another way: call, or WhatsApp", "A033 R23"],

  "loyalty.loyal": [
    "给老客户专属价，请他介绍新客户",
    "A price for loyal customers; ask him to recommend you",
    "A008 A024 R25",
  ],
  "loyalty.potential": ["多回访，问满意不满意", "Call more often and ask whether he is content", "A025 R17"],
  "loyalty.not_loyal": ["问缺什么服务，先解决一件", "Ask what he misses, and solve one thing first", "A026"],

  "potential.high": ["优先投入时间，帮他算总成本", "Spend time here first; work out his whole cost", "A013 A031 A060"],
  "potential.mid": ["按用途推荐两款，问他的计划", "Recommend two products for his use; ask his plans", "A014 A060"],
  "potential.low": ["低成本跟进：群发新品即可", "Follow up cheaply: the newsletter will do", "A015"],

  "industry.manufacturing": [
    "给定制方案，技术参数写全",
    "Offer a custom solution with full specifications",
    "A010 X20",
  ],
  "industry.retail": ["推畅销款和促销组合", "Offer best sellers and a promotion set", "A011 X16"],
  "industry.service": ["按他的服务流程配方案", "Fit the offer to how he serves his customers", "A012 X20"],
  "industry.own": ["按本行业的资料跟进", "Follow up with what fits this industry", "A041"],

  "product.phone_parts": ["推手机配件的新品", "Send the new phone parts", "A088"],
  "product.computer_parts": ["推电脑配件的新品", "Send the new computer parts", "A088"],
  "product.sportswear": ["推透气速干款", "Show the breathable, fast-drying fabrics", "A089"],
  "product.formalwear": ["推抗皱免烫款", "Show the wrinkle-free fabrics", "A089"],
  "product.own": ["提他买过的型号，推它的升级款", "Name the model he bought and offer its newer one", "A090"],

  "size.large": ["按流程走：资质文件一次备齐", "Follow his procedure: all company papers at once", "A058"],
  "size.mid": ["找对决策人，讲清交期", "Find who decides; make the delivery time plain", "A058"],
  "size.small": ["讲小批量、好下单", "Show small lots and an easy order", "A058"],
});
