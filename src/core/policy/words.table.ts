import type { Bilingual } from "../bilingual";

/** A list of words in the policy: its label, and the default words with "|" between them. */
export interface WordList {
  readonly label: Bilingual;
  readonly words: string;
}

const list = (zh: string, en: string, words: string): WordList => ({ label: { zh, en }, words });

/**
 * Lists of words. A cell counts when the whole of it, folded, is one of them; words of the contact log may stand within a text.
 * Stages and sources: the enumerations that teams' sheets have (D2), zh, en and of the usual programs.
 */
export default () => ({
  "order.counts": list(
    "算作有效订单的状态",
    "Order states that count",
    "confirmed|deposit received|deposit paid|in production|producing|to ship|ready to ship|shipped|delivered|completed|complete|done|closed|paid|partial|partially paid|part paid|partly paid|in process|processing|placed|resolved|已确认|已收定金|已付定金|定金已收|生产中|在产|待发货|待出货|已发货|已出货|发货中|已完成|完成|已付款|已收款|已付清|已成交|成交|已签收|已交付|部分付款|部分收款|处理中",
  ),
  "order.counts_not": list(
    "不算订单的状态",
    "Order states that do not count",
    "cancelled|canceled|cancel|void|returned|refunded|draft|quotation|quote|quoted|pending|unconfirmed|rejected|已取消|取消|作废|已退货|退货|已退款|草稿|报价|报价中|已报价|待确认|未确认|待定",
  ),
  "order.void_refund": list(
    "负数行不扣减的状态",
    "States in which a negative row does not subtract",
    "cancelled|canceled|cancel|void|draft|quotation|quote|quoted|rejected|已取消|取消|作废|草稿|报价|报价中|已报价",
  ),
  "order.listed": list(
    "列出但不计入的状态",
    "Order states that are listed and not counted",
    "on hold|hold|disputed|dispute|暂停|搁置|争议|有争议|纠纷",
  ),
  "order.sample_words": list(
    "表示样品的词",
    "Words for samples",
    "sample|samples|sample order|free sample|样品|样品单|样单|打样|寄样",
  ),
  "stage.4": list(
    "4 星的阶段",
    "Stages of 4 stars",
    "已成交|成交|已下单|下单|订单客户|老客户|现有客户|返单|复购|4星|四星|★★★★|won|closed won|customer|existing customer|evangelist|deal|ordered|order placed|repeat order|4 stars|4★",
  ),
  "stage.3": list(
    "3 星的阶段",
    "Stages of 3 stars",
    "已寄样|样品已寄|寄样|打样|样品|样单|样单客户|样品测试|测试中|待下单|已付样品费|3星|三星|★★★|sample|samples|sample sent|sample paid|sampling|testing|3 stars|3★",
  ),
  "stage.2": list(
    "2 星的阶段",
    "Stages of 2 stars",
    "报价中|已报价|报价|待报价|报价未回复|谈判中|价格谈判中|谈判|待确认图纸|待寄样|未下单|待验厂|已验厂|商机|需求确认|重潜客户|2星|二星|★★|quotation|quoted|quote|quote sent|negotiation|negotiating|negotiation/review|demand|needs analysis|value proposition|opportunity|open deal|sales qualified lead|sql|proposal|proposal/price quote|2 stars|2★",
  ),
  "stage.1": list(
    "1 星的阶段",
    "Stages of 1 star",
    "新线索|线索|已联系|初次联系|跟进中|询盘|询盘未回复|多次跟进未回复|已发产品目录|待推荐产品|沉默|普潜客户|1星|一星|★|new|new lead|lead|clue|inquiry|enquiry|connection|contacted|connected|open|in progress|attempted to contact|prospecting|qualification|subscriber|marketing qualified lead|mql|follow up|1 star|1★",
  ),
  "stage.0": list(
    "0 星的阶段（明确拒绝）",
    "Stages of 0 stars (refused)",
    "已流失|流失|失效|无效|无意向|暂不需要|不需要|拒绝|已拒绝|无潜客户|不匹配|停止合作|终止合作|丢失|丢失客户|流失客户|不再合作|0星|零星|lost|closed lost|refused|rejected|not interested|unqualified|disqualified|dead|churned|lost customer|left|terminated|former customer|bad fit|bad timing|0 stars|0★",
  ),
  "source.fair": list(
    "来源：展会",
    "Source: fair",
    "展会|展|广交会|交易会|博览会|参展|展览会|香港展|展会客户|exhibition|tradeshow|trade show|show|fair|trade fair|messe|expo|canton fair",
  ),
  "source.social": list(
    "来源：社媒",
    "Source: social media",
    "社媒|社交媒体|社交平台|领英|脸书|抖音|小红书|社媒开发|linkedin|facebook|instagram|tiktok|youtube|twitter|pinterest|social|social media|whatsapp|wechat|微信",
  ),
  "source.b2b": list(
    "来源：B2B 平台",
    "Source: B2B platform",
    "阿里国际站|阿里巴巴国际站|国际站|阿里巴巴|阿里|中国制造网|中国制造|环球资源|平台|b2b平台|b2b 平台|alibaba|alibaba.com|made in china|madeinchina|made-in-china|made-in-china.com|global sources|globalsources|rfq|b2b|b2b platform|dhgate|敦煌网|tradeindia|ec21",
  ),
  "source.inbound": list(
    "来源：主动上门",
    "Source: inbound",
    "独立站|官网|网站|网站留言|网站询盘|主动询盘|主动上门|主动找上门|谷歌|谷歌搜索|google搜索|自然搜索|来电|website|web|web form|contact form|organic|organic search|seo|google|google search|inbound|email|e-mail|邮件|邮箱|phone|电话|walk in",
  ),
  "source.outbound": list(
    "来源：主动开发",
    "Source: outbound",
    "主动开发|开发信|自主开发|冷开发|海关数据|地推|陌拜|cold outreach|coldoutreach|cold email|cold call|outbound|outreach|customs data|prospecting",
  ),
  "source.ads": list(
    "来源：广告",
    "Source: ads",
    "广告|广告投放|谷歌广告|脸书广告|投放|付费推广|推广|ads|ad|google ads|facebook ads|linkedin ads|adwords|ppc|paid search|paid social|sem|advertisement|advertising",
  ),
  "source.referral": list(
    "来源：转介绍",
    "Source: referral",
    "老客户介绍|客户介绍|朋友介绍|同行介绍|转介绍|介绍|推荐|朋友推荐|客户推荐|老客户推荐|referral|referred|word of mouth|recommendation|partner",
  ),
  "source.other": list("来源：其他", "Source: other", "其他|其它|other|others|misc"),
  "source.relation": list(
    "说的是客户关系、不是来源的词",
    "Words that say how far he is, not where he came from",
    "新客户|老客户|潜在客户|新|老|潜在|现有客户|新客|老客|new customer|old customer|existing customer|new|old|existing|potential|prospect|potential customer",
  ),
  "fair.hot": list(
    "展会活跃",
    "At the fair: keen",
    "活跃|积极|热情|很感兴趣|非常感兴趣|兴趣强烈|兴趣很大|意向强|意向强烈|高意向|强烈|重点|高|hot|keen|enthusiastic|strong|strong interest|very interested|highly interested|high|a",
  ),
  "fair.warm": list(
    "展会一般",
    "At the fair: interested",
    "一般|潜在|有兴趣|感兴趣|兴趣一般|中等|有意向|未决定|中|warm|interested|some interest|undecided|medium|normal|b",
  ),
  "fair.cold": list(
    "展会冷淡",
    "At the fair: cool",
    "冷淡|沉睡|无兴趣|没兴趣|不感兴趣|兴趣不大|无意向|没有互动|低|cold|cool|not interested|no interest|little interest|low|c",
  ),
  "fair.mark_only": list(
    "展会表现：只作为整格标记、不在备注里找的词",
    "At the fair: marks that are not looked for within notes",
    "重点|潜在|高|中|低|中等|强烈|a|b|c|hot|warm|cold|cool|strong|high|medium|normal|low",
  ),
  "relation.lost": list(
    "表示合作已终止的词（客户阶段里）",
    "Stages that say that he has left",
    "已流失|流失|停止合作|终止合作|丢失|丢失客户|流失客户|不再合作|churned|lost customer|left|terminated|former customer",
  ),
  "potential.high": list(
    "潜力：高",
    "Potential: high",
    "高|高潜力|高潜|潜力大|大|很大|强|重点|a|high|high potential|strong|big",
  ),
  "potential.mid": list(
    "潜力：中",
    "Potential: mid",
    "中|中等|中等潜力|中潜力|一般|b|mid|medium|middle|moderate|average",
  ),
  "potential.low": list(
    "潜力：低",
    "Potential: low",
    "低|低潜力|潜力小|小|无潜力|c|low|low potential|small|weak|no potential",
  ),
  "identity.distributor": list(
    "客户身份：经销代理商",
    "Customer type: distributor",
    "经销商|代理商|经销代理商|代理|分销商|总代理|区域代理|进口商|distributor|dealer|agent|importer|reseller|sole agent",
  ),
  "identity.OEM": list(
    "客户身份：OEM 合作商",
    "Customer type: OEM",
    "oem|odm|oem客户|oem合作商|贴牌|贴牌客户|代工客户|private label|oem customer|工厂|生产商|制造商|factory|manufacturer",
  ),
  "identity.project": list(
    "客户身份：工程客户",
    "Customer type: project",
    "工程商|工程客户|工程直接客户|工程|项目客户|承包商|建筑公司|终端|终端客户|最终用户|contractor|project|end user|builder|installer|construction company",
  ),
  "identity.retail": list(
    "客户身份：零售",
    "Customer type: retailer",
    "零售商|零售|零售店|街边店|店铺|电商|电商卖家|网店|卖家|retailer|retail|shop|store|online seller|e-commerce|ecommerce|amazon seller",
  ),
  "identity.repair": list(
    "客户身份：维修商",
    "Customer type: repair",
    "维修商|维修|维修店|修理厂|repair|repair shop|service center|workshop|maintenance",
  ),
  "identity.wholesale": list(
    "客户身份：批发商",
    "Customer type: wholesaler",
    "批发商|批发|wholesaler|wholesale|stockist",
  ),
  "identity.trading": list(
    "客户身份：贸易公司",
    "Customer type: trading company",
    "贸易公司|贸易商|外贸公司|中间商|trader|trading|trading company|intermediary|buying office|采购代理",
  ),
  "identity.brand": list("客户身份：品牌商", "Customer type: brand", "品牌商|品牌|品牌方|brand|brand owner"),
  "identity.chain": list(
    "客户身份：连锁",
    "Customer type: chain",
    "连锁|连锁店|连锁商|大型连锁|连锁集团|商超|超市|chain|chain store|retail chain|supermarket",
  ),
  "industry.manufacturing": list(
    "行业：制造业",
    "Industry: manufacturing",
    "制造业|制造|生产|生产制造|加工|工业|机械|机械制造|manufacturing|manufacturer|manufacture|production|industrial|machinery",
  ),
  "industry.retail": list(
    "行业：零售业",
    "Industry: retail",
    "零售业|零售|商超|电商|批发零售|批发|retail|retailing|e-commerce|ecommerce|wholesale",
  ),
  "industry.service": list(
    "行业：服务业",
    "Industry: services",
    "服务业|服务|酒店|餐饮|物流|旅游|教育|医疗|service|services|hospitality|hotel|restaurant|logistics|education|healthcare",
  ),
  "industry.own": list("行业：自己的分类", "Industry: classes of your own", ""),
  "product.phone_parts": list(
    "产品：手机配件",
    "Product: phone parts",
    "手机配件|手机壳|手机膜|充电器|充电线|数据线|phone parts|phone accessories|mobile accessories|phone case|phone cases|charger|chargers|usb cable",
  ),
  "product.computer_parts": list(
    "产品：电脑配件",
    "Product: computer parts",
    "电脑配件|键盘|鼠标|显示器支架|散热器|computer parts|computer accessories|pc accessories|keyboard|keyboards|mouse|laptop stand",
  ),
  "product.sportswear": list(
    "产品：运动服面料",
    "Product: sportswear",
    "运动服|运动服装|运动面料|瑜伽服|速干面料|sportswear|activewear|yoga wear|sports fabric",
  ),
  "product.formalwear": list(
    "产品：正装面料",
    "Product: formal wear",
    "正装|西装|西服|衬衫|正装面料|抗皱面料|formal wear|formalwear|suits|suit|suiting|shirts|shirting",
  ),
  "product.own": list("产品：自己的分类", "Product: classes of your own", ""),
  "size.large": list(
    "公司规模：大",
    "Company size: large",
    "大|大型|大型企业|集团|上市公司|large|big|enterprise|group",
  ),
  "size.mid": list("公司规模：中", "Company size: mid", "中|中型|中型企业|中等|mid|medium|medium-sized|mid-size"),
  "size.small": list(
    "公司规模：小",
    "Company size: small",
    "小|小型|小型企业|小微|微型|个体|小店|small|micro|sme|small business|startup",
  ),
  "grade.A": list(
    "自己的客户等级：A",
    "Your own grade: A",
    "a|a级|a类|a等|a级客户|a类客户|a客户|grade a|class a|tier a|level a|a grade|a class|a tier|a customer",
  ),
  "grade.B": list(
    "自己的客户等级：B",
    "Your own grade: B",
    "b|b级|b类|b等|b级客户|b类客户|b客户|grade b|class b|tier b|level b|b grade|b class|b tier|b customer",
  ),
  "grade.C": list(
    "自己的客户等级：C",
    "Your own grade: C",
    "c|c级|c类|c等|c级客户|c类客户|c客户|grade c|class c|tier c|level c|c grade|c class|c tier|c customer",
  ),
  "grade.D": list(
    "自己的客户等级：D",
    "Your own grade: D",
    "d|d级|d类|d等|d级客户|d类客户|d客户|grade d|class d|tier d|level d|d grade|d class|d tier|d customer",
  ),
  "direction.in": list(
    "对方来信",
    "Contact log: he wrote",
    "收|收到|来信|来电|对方回复|客户回复|客户来信|对方来信|进|来|in|inbound|received|incoming|they replied|from customer",
  ),
  "direction.out": list(
    "我方联系",
    "Contact log: we wrote",
    "发|发出|我方|已联系|去信|去电|回访|出|去|out|outbound|sent|outgoing|contacted|to customer",
  ),
  "direction.none": list(
    "没有联系、只改日期",
    "Contact log: a new date only",
    "无|推迟|改期|none|later|postponed|no contact|rescheduled",
  ),
  "contact.visit": list(
    "表示拜访的方式",
    "Contact log: words for a visit",
    "拜访|上门|面谈|见面|来访|登门|visit|visited|on site|face to face|in person",
  ),
  "contact.bulk": list(
    "表示群发的方式",
    "Contact log: channels that are mail to many",
    "群发|群发邮件|邮件群发|群发信息|bulk|bulk mail|mass mail|mass email|newsletter|mailshot|edm",
  ),
  "contact.inquiry": list(
    "表示询盘的词",
    "Contact log: words for an inquiry",
    "询盘|询价|rfq|inquiry|enquiry|asked for price|price request",
  ),
  "contact.details": list(
    "表示问过细节的词",
    "Contact log: words for details asked",
    "认证|证书|交货期|交期|打样|样品|起订量|付款方式|certificate|certification|certificates|lead time|delivery time|moq|payment terms|specification|specifications|spec",
  ),
});
