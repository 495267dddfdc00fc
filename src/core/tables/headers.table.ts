import type { Asking, Table, Words } from "./synonyms";

// One text for many headers: "|" stands between two, and within one {a|b} means either.
// Chinese is written in simplified characters only: headers are folded to them, so that 客戶編號 needs no row of its own, nor
// does "Order #", which is folded to "Order No".
const CUSTOMER_ID =
  "客户{代码|代号|单号|ID|编码}|Customer {Code|No|Number}|{Company|Client|Account} ID|Account {Number|No}";

const COMPANY_NAME =
  "{客户|公司|客户公司}名{称|}|{企业|单位|厂商}名称|{客户|公司}全称|{客户|买家|}公司|" +
  "{Company|Account|Customer|Client|Legal|Business} Name|{Buyer |Customer |}Company|{Buyer |}Organi{z|s}ation|Firm";

const WEAKER_NAME =
  "{客户|公司|厂商|}简称|采购商|收货人|进口商|厂商|{Short|Trading} Name|{Importer|Consignee}{ Name|}|Account";

const NEXT_DATE =
  "下次{跟进|联系|联络|追踪}{日期|时间|日|}|计划跟进{日期|时间}|Next {Date|Followup Time|Action Date|Step Date}|" +
  "Next {Followup|Contact}{ Date|}|Follow up on";

const CURRENCY = "货币|币别|{结算|交易}币种|Currency Code|CCY";

const CUSTOMERS = {
  // 序号 is the row's number and never an id.
  id: ["id", "客户编号", "Customer ID", CUSTOMER_ID, "{档案|}编号|代码|{Record |}ID|Code|Serial"],
  name: ["company", "客户名称", "Company", COMPANY_NAME, `${WEAKER_NAME}|企业|抬头|Buyer Company Name`],
  country: [
    "country",
    "国家",
    "Country",
    "国家{/地区|名称}|国别|{所在|客户|所属}国家|Country{/| or }Region|Country Code|{Customer|Company} Country",
    "{目标|}市场|目的国|Market|Nation|{Billing|Ship|Shipping|Destination} Country|Country ISO Code{ 2|}",
  ],
  city: ["text", "城市", "City", "{所在|客户}城市|{City/|}Town", "县市|{Billing|Ship} City"],
  owner: [
    "text",
    "负责人",
    "Owner",
    "{业务|客户}负责人|{负责|所属|}业务员|{所属|归属}人|负责业务|销售{员|}|{Lead|Account|Contact|Company|Sales} Owner|" +
      "Sales{person| Rep| Representative}|Account Manager|Assigned to",
    "跟进人{员|}|跟进业务{员|}|默认业务员|跟单{员|}|业务经理|客户经理|Coordinator|Responsible|Handled by|Assignee|Rep",
  ],
  created: [
    "day",
    "建档日期",
    "Created",
    "{创建|建立|建档|录入}{日期|时间}|Created {At|Date|Time|On}|{Create|Creation} Date|Added On|Date {Created|Added}",
    "{导入|添加|首次接触|首次联系}{日期|时间}|{初次备案|登记}日期|First Contact{ Date|}",
  ],
  inquiry: [
    "day",
    "询盘日期",
    "Inquiry day",
    "{初次|首次|最近|最新|}询盘{日期|时间}|询价{日期|时间}|Inquiry {Date|Time}|{Enquiry|RFQ} Date|Last Inquiry{ Date|}|" +
      "Inquired {At|On}",
    "来询{日期|时间}|Received {At|On}|Date Received",
  ],
  last_contact: [
    "day",
    "最近联系",
    "Last contact",
    "{最近|最后|上次}{跟进|联系|联络}{日期|时间|日|}|最新跟进{日期|时间}|Last Contact {Date|Day|Time}|Contact Last Time|" +
      "Last Contacted{ At| On|}|Last Followup{ Date|}|Last Touch",
    "最后活动时间|最近动态时间|Last Activity{ Date| At|}",
  ],
  next_date: ["day", "下次跟进", "Next date", NEXT_DATE, "提醒{日期|时间}|Next Activity{ Date| At|}|Reminder{ Date|}"],
  stage: [
    "text",
    "客户阶段",
    "Stage",
    "{当前|业务|开发|销售|跟进|商机|}阶段|{Lifecycle|Pipeline|Deal|Sales|Customer|Lead} Stage",
    "{跟进|客户|客户跟进|报价}状态|{Lead|Customer|Trail} Status",
  ],
  source: [
    "text",
    "客户来源",
    "Source",
    "{询盘|获取|线索|咨询|}来源|{客户|}来源渠道|{Lead|Original|Customer|Inquiry} Source|Acquisition Channel",
    "{获客|}渠道|{来源|}平台|Channel|Platform|Origin",
  ],
  hold: [
    "yes_no",
    "不联系",
    "Do not contact",
    "{暂停|不再|请勿|勿|停止|是否暂停}联系|勿扰|DNC|{On|Contact} Hold|No Contact|Do not disturb",
    "{是否|}黑名单|退订|{Email |}Opt Out|Unsubscribed|Restricted Market|Blacklist{ed|}|Blocked",
  ],
  complaint: [
    "day",
    "未结投诉",
    "Open complaint",
    "{投诉|客诉}{日期|时间|}|{未处理|未结|客户|是否|是否有|有无}投诉|未结客诉|{Open |Customer |}Complaint{ Date| Day|s|}|Complaint Open",
  ],
  annual: [
    "amount",
    "近12个月成交额",
    "Bought from us, last 12 months",
    "{近12个月|近一年|最近一年}{成交|订单}{额|金额}|{年|年度}成交{额|金额}|{向|}我司年采购额|年销售给客户|" +
      "近12个月采购额(我司)|{Sales|Orders|Revenue|Purchases from us} last 12 months|Last 12 months {sales|revenue}|" +
      "Annual {Sales to Customer|Orders from us}|Bought from us (year)|LTM Sales",
  ],
  lifetime: [
    "amount",
    "累计成交额",
    "Bought from us, ever",
    "{累计|历史|总}成交{额|金额}|累计{订单|采购}{额|金额}|累计{成交|金额|销售额}|" +
      "Lifetime {Value|Amount|Sales|Revenue}|Total {Spent|Purchases|Sales to date}|LTV",
  ],
  buyer_volume: [
    "amount",
    "客户年采购总量",
    "Buys in all, from anyone",
    "{客户|}年采购总{量|额}|客户采购总额|客户总采购额|全球采购额|年进口{额|总额}|Buyer Volume|" +
      "Annual {Import Value|Imports|Procurement}|Annual Purchas{e|ing} Volume|Total Annual Purchase",
  ],
  expected: [
    "amount",
    "预计订单额",
    "Expected amount",
    "预计{订单|成交}{额|金额}|{预计|预估|意向|商机}金额|预估订单额|Expected {Revenue|Order|Order Value|Value}|" +
      "{Forecast|Opportunity|Estimated} Amount|{Potential Order|Estimated} Value",
  ],
  first_order: [
    "day",
    "首次下单",
    "First order",
    "{首次下单|首次成交|首单}{日期|时间}|First Order {Date|Day|At}|First Purchase{ Date|}",
  ],
  last_order: [
    "day",
    "最近下单",
    "Last order",
    "{最近|最后|上次}下单{日期|时间|}|{最近|最后}成交{日期|时间}|最近订单日期|Last Order {Date|Day|At}|Last Purchase{ Date|}",
  ],
  order_count: [
    "count",
    "订单数",
    "Orders",
    "订单{数量|总数|次数}|累计订单数|{下单|成交}次数|成交单数|{Order|Purchase} Count|Number of {Orders|Purchases}|" +
      "{Total|No. of|#} Orders",
  ],
  grade: [
    "text",
    "客户等级",
    "Own grade",
    "客户{级别|分级}|Customer {Grade|Tier|Level}",
    "等级|{客户|}星级|重要{级别|程度}|意向等级|客户价值评级|客户等级标签|绩效标签|{Customer |}Rating|Grade|Tier|Priority|Star{s|}",
  ],
  currency: ["currency", "币种", "Currency", CURRENCY],
  identity: [
    "text",
    "客户类型",
    "Customer type",
    "客户{类别|性质|身份|属性}|{Client|Buyer} Type|Identity",
    "{业务|}类型|{Contact |Account |}Type",
  ],
  industry: [
    "text",
    "行业",
    "Industry",
    "{所属|客户}行业|行业{分类|划分|别}|产业|Sector",
    "主营{业务|产品}|经营范围|Business Type",
  ],
  size: [
    "text",
    "公司规模",
    "Company size",
    "{企业|客户|}规模|员工{数|数量|人数}|Number of Employees|{No. of |}Employees|{Customer |}Size|Headcount",
  ],
  potential: [
    "text",
    "客户潜力",
    "Potential",
    "{合作|采购|}潜力|潜力{等级|评级|分级}|{Customer |Sales |}Potential{ Rating| Level|}",
  ],
  satisfaction: [
    "text",
    "客户满意度",
    "Satisfaction",
    "满意度{评分|打分|}|{Customer |}Satisfaction{ Score| Mark|}|CSAT{ Score|}",
  ],
  ended: [
    "day",
    "终止合作",
    "Ended",
    "{流失|终止|终止合作|停止合作}{日期|时间}|{是否|}流失|Churned{ On| At| Date|}|{Churn|End|Termination|Lost} Date|Terminated{ On|}|Lost on",
  ],
  quantity: [
    "text",
    "需求数量",
    "Quantity",
    "{采购|意向|询盘|预计}数量|{Inquiry |Requested |Expected |}{Quantity|Qty}",
    "数量",
  ],
  product: [
    "text",
    "意向产品",
    "Product",
    "{客户需求|需求|目标|询盘|感兴趣|}产品|产品需求|Products|Requested Item|Product {of |}Interest|Interested Product",
    "产品{类型|型号|类别|名称}|品名|询问产品种类|Product {Name|Line|Code|Category}",
  ],
  fair: [
    "text",
    "展会表现",
    "At the fair",
    "展会{客户表现|意向|反馈|互动|兴趣}|Fair {Interest|Rating|Mark}|{Show|Booth} Interest",
    // The name of the fair: it says that he was there, and the notes may say how he was.
    "展会{名称|}|{参展|来源}展会|Trade {Fair|Show}|Exhibition|Fair{ Name|}",
  ],
  fair_day: [
    "day",
    "展会日期",
    "Fair day",
    "展会时间|{参展|展会见面}日期|{Fair|Exhibition|Trade Show|Show} Date|Met at the fair on",
  ],
  note: [
    "note",
    "备注",
    "Notes",
    "备注信息|{Customer |}Note{s|}|Remark{s|}|Comments|跟进{记录|内容|情况}|最后跟进内容",
  ],
} satisfies Record<string, Words>;

const ORDERS = {
  id: [
    "id",
    "订单号",
    "Order no.",
    "订单{编号|号码|ID}|{订购|}单号|销售订单号|Order{ Number| ID| Code| Ref|}|Sales Order|SO No",
    "{PI|PO}{号|编号| No| Number|}|PI记录|合同{号|编号}|厂单号|发票号|编号|ID|Invoice{ No| Number|}|Declaration Number|Contract No",
  ],
  customer: ["id", "客户编号", "Customer ID", CUSTOMER_ID],
  // The hand-typed company name is how most order sheets are joined, so a bare 客户 is taken here and not asked about.
  name: [
    "company",
    "客户名称",
    "Customer",
    COMPANY_NAME,
    `${WEAKER_NAME}|客户|买家|Client|Buyer{ Name|}|{Sold|Bill} to`,
  ],
  day: [
    "day",
    "下单日期",
    "Order day",
    "{订单|下单}{日期|时间}|下单日|成单日期|Order {Date|Time|Placed}|Ordered {At|On}|Date Ordered|Purchase Date",
    "{签单|合同|发票|PI|}日期|成交{日期|时间}|时间|{Invoice |PI |PO |Contract |Close |Closed |Closed Won |}Date",
  ],
  amount: [
    "amount",
    "订单金额",
    "Order amount",
    "订单{总额|总金额|额}|{总|合计|交易总|合同|}金额|总{额|价}|{Total|Net|Gross} Amount|Amount{ Total|}|" +
      "Order {Total|Value}|Total{ Value| Price|}|Grand Total",
    "{成交|应收|发票|PI}金额|成交额|实际总额|货值|销售额|期间营收|{Deal|Invoice} Amount|{Deal |Invoice |}Value|Sales|" +
      "Revenue|{FOB|CIF} {Value|USD}|Value in USD",
  ],
  currency: ["currency", "币种", "Currency", `${CURRENCY}|Order Currency`],
  status: ["status", "订单状态", "Order status", "订单进度|Order State", "{处理|生产|}状态|进度|Status|State of order"],
  type: ["text", "订单类型", "Order type", "订单{类别|性质}|单据类型", "{业务|}类型|类别|Type"],
  product: [
    "text",
    "产品",
    "Product",
    "{产品|货物|商品}名称|品名|商品|Product{ Name|s}|Item{ Name|}",
    "产品{型号|类型|类别}|型号|货号|Product {Line|Code}|{Description of |}Goods|Goods Description",
  ],
  due: [
    "day",
    "应付日期",
    "Due date",
    "到期日{期|}|应收{款|}日期|付款{到期日|期限}|Payment Due{ Date|}|Invoice Due Date|Due On",
  ],
  paid: [
    "day",
    "收款日期",
    "Paid date",
    "{收款|到账|付款}{日期|时间}|{付清|回款|尾款到账}日期|Payment {Date|Received}|Date Paid|Paid {On|At}",
  ],
  // A deposit is meant only where the header says that it was paid.
  paid_amount: [
    "amount",
    "已付金额",
    "Paid amount",
    "{已付|已收|实收|已付款|已收款|累计收款|累计已收}金额|{已付|已收|实收}{款项|款额|额}|已{付|收}定金|Amount {Paid|Received}|{Paid|Received} Amount|" +
      "{Paid|Received} {So Far|To Date}|Deposit {Paid|Received}|Paid Deposit",
  ],
  // 交付日期 may be a promise; reader of days later than as-of lists it then.
  delivered: [
    "day",
    "签收日期",
    "Delivered",
    "{签收|到货}{日期|时间}|收货日期|Delivered {Date|At|On}|Date Delivered",
    "交付日期|Delivery Date",
  ],
} satisfies Record<string, Words>;

const CONTACTS = {
  day: [
    "day",
    "联系日期",
    "Contact day",
    "{联系|联络|跟进|沟通|往来}{日期|时间}|{Contact|Followup|Activity} Date|Contacted {At|On}",
    "日期|时间|Date|Day",
  ],
  customer: ["id", "客户编号", "Customer ID", CUSTOMER_ID],
  name: ["company", "客户名称", "Customer", COMPANY_NAME, "客户{简称|}|买家|Client|Buyer|Account"],
  direction: [
    "text",
    "方向",
    "Direction",
    "{联系|来往|往来|沟通}方向|收发|In/Out|Inbound/Outbound|Sent/Received|Who Wrote",
  ],
  channel: [
    "text",
    "联系渠道",
    "Channel",
    "{沟通|跟进|联络}方式|沟通渠道|{Contact|Followup} Method|Activity Type",
    "方式|渠道|联系方式|Method",
  ],
  by: ["text", "联系人员", "By", "跟进人{员|}|业务员|负责人|Owner|Salesperson|Contacted By"],
  note: [
    "note",
    "沟通内容",
    "Note",
    "跟进{内容|记录|情况}|沟通记录|联系内容|Activity|Summary|Content",
    "内容|备注|Notes|Remark{s|}|Comments",
  ],
  bulk: ["yes_no", "群发", "Bulk mail", "是否群发|群发邮件|Bulk|Mass Mail|Newsletter"],
  next: ["day", "下次跟进", "Next date", NEXT_DATE],
} satisfies Record<string, Words>;

/** A field of a customer, an order ("order.…") or a contact ("contact.…"); the FIELD of `--map FIELD=HEADER`. */
export type FieldId = keyof typeof CUSTOMERS | `order.${keyof typeof ORDERS}` | `contact.${keyof typeof CONTACTS}`;

/** Headers that could mean several things, or one thing that we would not bet on: the person is asked. */
const ASKED: Readonly<Record<Table, readonly Asking[]>> = {
  customers: [
    {
      // Bought from us, or all that he buys from anyone: both are called this, and only the first one grades.
      headers:
        "{年|年度|}采购{额|金额}|{近一年|近12个月}采购额|年采购量|年购买额|{Annual|Yearly} {Purchase|Amount|Purchase Amount}|" +
        "Annual {Purchases|Purchase Value|Spend|Purchasing Amount}|Purchase Amount",
      options: ["annual", "buyer_volume"],
    },
    {
      headers: "{总|}金额|总额|金额合计|{Total |}Amount|Total|{Total |}Value|Value in USD|{FOB|CIF} USD|Revenue",
      options: ["annual", "lifetime", "buyer_volume", "expected"],
    },
    {
      headers:
        "{成交|订单}{金额|额}|订单总额|交易{总|}金额|销售额|实际总额|{期间|}营收|{Total |}Sales|Order {Amount|Value|Total}|" +
        "Turnover with us",
      options: ["annual", "lifetime", "expected"],
    },
    { headers: "年销售额|{Annual|Yearly} Sales", options: ["annual", "buyer_volume"] },
    { headers: "Deal {Value|Amount}", options: ["expected", "lifetime", "annual"] },
    {
      headers: "{跟进|联系|联络}{日期|时间}|追踪日期|Followup{ Date| Time|}|Contact{ Date|ed}",
      options: ["last_contact", "next_date"],
    },
    { headers: "状态|Status|State of customer", options: ["stage"], proposal: "stage" },
    // 级别 is the team's grade of the customer, or that of his credit.
    { headers: "{信用|}级别|信用等级|信任评级|Level|Class", options: ["grade"] },
    { headers: "地区|{客户|所属|}区域|Region|Territory|Location", options: ["country"] },
    { headers: "询盘|询价|Inquiry|Enquiry|RFQ", options: ["inquiry"] },
    { headers: "展会客户|Fair Lead", options: ["fair", "source"] },
  ],
  orders: [
    // The day of a quotation or a shipment is not the day of the order.
    {
      headers: "{报价|发货|出货|出运|进口}日期|{Shipment|Ship|Shipped|Imp} Date",
      options: ["order.day"],
    },
    {
      headers: "创建{日期|时间}|Created{ At|}|Create Date|Date Created",
      options: ["order.day"],
    },
    { headers: "下单客户", options: ["order.name"], proposal: "order.name" },
  ],
  contacts: [],
};

/** A company or a person; the company where the sheet has a column for the person too. */
const BARE_NAMES = "客户|买家|名称|Customer|Client|Buyer|Name|Lead{ Name|}";

/** A person who names the customer only where nothing else does. */
const PERSON_NAMES =
  "{客户|买家|联系人|}姓名|{主|客户|关键|}联系人|联系人名{字|称}|联络人|Contact{ Name| Person|}|{Buyer|Full} Name|" +
  "{Key|Primary} Contact";

/** Columns of customer sheets that are no field of ours: they tell a header row and a customer sheet from others. */
const PROFILE_HEADERS =
  "官网|{公司|单位|}网站|{公司|客户}网址|域名|{Work |}Website|Company Domain Name|Homepage|Domain|{联系人|}职位|职务|职称|" +
  "{Job |Contact |}Title|Position|Contact Role|{电子|客户|工作|联系|}邮箱|电子邮件|QQ/E-mail|{Business |Work |}Email|" +
  "Email Address|{联系|联系人|办公|座机|}电话|{联系人|}手机|手机号|座机|联系方式|传真|{Office |}Phone|Phone Number|Mobile|" +
  "Tel{ephone| No|}|Fax|WhatsApp{号码|}|微信{号|}|QQ{号码|}|Skype|社媒账号|LINE|WeChat|LinkedIn{ Company Page|}|" +
  "Facebook Page|{公司|详细|客户|}地址|{Street |}Address|Address Line {1|2}|Billing Street|Postal Code|Zip|邮编|" +
  "{Contact |}{First|Last} Name|年营{业额|收}|注册资金|门店数量|Annual Revenue|公海{分组|/私海}|State{/Region|}|洲";

/** Columns of order sheets that are no field of ours. */
const ORDER_HEADERS =
  "单价|{采购|订购|}数量|{Unit |}Price|Price Each|Quantity{ Ordered|}|Qty|Unit|待付金额|定金|尾款|收款状态|" +
  "{付款|支付}方式|付款条件|账单状态|Payment {Terms|Method}|Deposit|Balance|{价格|贸易}条款|{起运|目的}港|" +
  "{海|}运费|船期|交期|装柜日期|Incoterms|POL|POD|ETD|ETA|{Required|Shipped} Date|Freight|Ship {Name|City}|{利润|毛利}{率|}|" +
  "期间毛利|佣金|{Gross |}Profit|Margin|Exchange Rate|汇率";

/** Headers of sheets that hold neither customers nor orders nor contacts: stock, price lists, parcels, quotations, suppliers. */
const FOREIGN_HEADERS =
  "库存{数量|}|SKU|{In |}Stock|MOQ|规格|材质|{净|毛}重|HS编码|HS Code|供应商{名称|编号|}|Supplier{ Name| ID|}|Vendor{ Name|}|" +
  "快递单号|样品费|寄样日期|Tracking No|Sample Fee|报价{单号|编号|有效期}|{Quotation|Quote} No|Valid Until|成本价|Unit Cost|" +
  "Reorder Level|Units in Stock";

export default () => ({
  fields: { customers: CUSTOMERS, orders: ORDERS, contacts: CONTACTS },
  asked: ASKED,
  others: {
    bare_name: BARE_NAMES,
    person: PERSON_NAMES,
    profile: PROFILE_HEADERS,
    order: ORDER_HEADERS,
    foreign: FOREIGN_HEADERS,
  },
});
