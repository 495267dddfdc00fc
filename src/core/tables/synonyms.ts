import type { Bilingual } from "../bilingual";

/** The kinds of sheet that a team keeps. */
export type Table = "customers" | "orders" | "contacts";

/** What the cells of a column are read as. */
export type FieldKind =
  | "text"
  | "id"
  | "company"
  | "amount"
  | "day"
  | "country"
  | "yes_no"
  | "count"
  | "status"
  | "currency";

interface Words {
  /** The salesperson's word for it. */
  readonly label: Bilingual;
  readonly kind: FieldKind;
  /** Headers that can mean nothing else in this table. Case, spaces, punctuation and traditional characters are folded. */
  readonly synonyms: readonly string[];
  /** Headers that mean it where none of the synonyms stands in the sheet. */
  readonly weaker?: readonly string[];
}

/** One text for many headers: a bundle of a thousand quoted words would be half quotes. */
const words = (headers: string): readonly string[] => headers.split("|");

// Chinese is written in simplified characters only: headers are folded to them, so that 客戶編號 needs no row of its own.
const CUSTOMER_ID = words(
  "客户编号|客户代码|客户代号|客户单号|客户ID|客户编码|Customer ID|Customer Code|Company ID|Customer No|Customer Number|" +
    "Customer #|Client ID|Account Number|Account No|Account ID",
);

const COMPANY_NAME = words(
  "客户名称|公司名称|公司|公司名|客户名|客户公司|客户公司名|客户公司名称|企业名称|买家公司|单位名称|厂商名称|客户全称|公司全称|Company Name|Company|" +
    "Account Name|Customer Name|Client Name|Buyer Company|Buyer Organization|Organization|" +
    "Organisation|Legal Name|Business Name|Customer Company|Firm",
);

const CUSTOMERS = {
  id: {
    label: { zh: "客户编号", en: "Customer ID" },
    kind: "id",
    synonyms: CUSTOMER_ID,
    // 序号 is the row's number and never an id.
    weaker: words("编号|代码|档案编号|ID|Code|Record ID|Serial"),
  },
  name: {
    label: { zh: "客户名称", en: "Company" },
    kind: "company",
    synonyms: COMPANY_NAME,
    weaker: words(
      "客户简称|简称|公司简称|厂商简称|Short Name|Trading Name|采购商|收货人|进口商|厂商|企业|Importer|Importer Name|" +
        "Buyer Company Name|Consignee|Consignee Name|Account|抬头",
    ),
  },
  country: {
    label: { zh: "国家", en: "Country" },
    kind: "country",
    synonyms: words(
      "国家|国家/地区|国别|所在国家|国家名称|客户国家|所属国家|国家(地区)|Country|Country/Region|Country Code|Customer Country|" +
        "Company Country|Country or Region",
    ),
    weaker: words(
      "市场|目标市场|Market|Billing Country|Ship Country|Shipping Country|Destination Country|" +
        "Country ISO Code|Country ISO Code 2|目的国|Nation",
    ),
  },
  city: {
    label: { zh: "城市", en: "City" },
    kind: "text",
    synonyms: words("城市|所在城市|客户城市|City|Town|City/Town"),
    weaker: words("Billing City|Ship City|县市"),
  },
  owner: {
    label: { zh: "负责人", en: "Owner" },
    kind: "text",
    synonyms: words(
      "负责人|业务员|业务负责人|所属人|负责业务|负责业务员|客户负责人|归属人|所属业务员|销售|销售员|Owner|Lead Owner|Account Owner|" +
        "Contact Owner|Company Owner|Assigned to|Salesperson|Sales Rep|Sales Person|Sales Representative|" +
        "Account Manager|Sales Owner",
    ),
    weaker: words("跟进人|跟进人员|默认业务员|跟单员|跟单|Coordinator|Responsible|Assignee|Rep"),
  },
  created: {
    label: { zh: "建档日期", en: "Created" },
    kind: "day",
    synonyms: words(
      "创建时间|创建日期|建立时间|建立日期|建档日期|建档时间|录入日期|录入时间|Created At|Create Date|Created|Date Created|" +
        "Creation Date|Created Date|Created Time|Created On|Added On|Date Added",
    ),
    weaker: words(
      "导入日期|导入时间|初次备案日期|首次接触日期|首次接触时间|首次联系时间|首次联系日期|First Contact|First Contact Date|添加日期|添加时间|登记日期",
    ),
  },
  inquiry: {
    label: { zh: "询盘日期", en: "Inquiry day" },
    kind: "day",
    synonyms: words(
      "询盘时间|询盘日期|初次询盘时间|初次询盘日期|首次询盘时间|首次询盘日期|最近询盘时间|最近询盘日期|最新询盘时间|询价日期|询价时间|Inquiry Date|Inquiry Day|" +
        "Inquiry Time|Enquiry Date|RFQ Date|Last Inquiry|Last Inquiry Date|Inquired At|Inquired On",
    ),
    weaker: words("Received At|Received On|Date Received|来询日期|来询时间"),
  },
  last_contact: {
    label: { zh: "最近联系", en: "Last contact" },
    kind: "day",
    synonyms: words(
      "最近跟进时间|最近跟进日期|最近跟进|最后跟进时间|最后跟进日期|最后跟进|最新跟进时间|最新跟进日期|最近联系|最近联系时间|最近联系日期|最近联络日|最近联络|最近联络日期|最后联系时间|" +
        "最后联系日期|最后联系|上次联系|上次联系时间|上次联系日期|上次跟进|上次跟进时间|上次跟进日期|最后联络日|Last Contact|Last Contacted|" +
        "Last Contact Date|Last Contact Day|Last Contact Time|Contact Last Time|Last Followup|" +
        "Last Follow-up Date|Last Touch|Last Contacted At|Last Contacted On",
    ),
    weaker: words("Last Activity Date|Last Activity|Last Activity At|最后活动时间|最近动态时间"),
  },
  next_date: {
    label: { zh: "下次跟进", en: "Next date" },
    kind: "day",
    synonyms: words(
      "下次跟进时间|下次跟进日期|下次跟进|下次联系时间|下次联系日期|下次联系|下次追踪|下次追踪日期|下次联络日|下次联络|计划跟进时间|计划跟进日期|Next Follow-up|" +
        "Next Followup Date|Next Date|Next Contact|Next Contact Date|Next Action Date|Next Step Date|" +
        "Follow up on|Next Follow-up Time",
    ),
    weaker: words("Next Activity At|Next Activity Date|Next Activity|提醒日期|提醒时间|Reminder|Reminder Date"),
  },
  stage: {
    label: { zh: "客户阶段", en: "Stage" },
    kind: "text",
    synonyms: words(
      "客户阶段|阶段|当前阶段|业务阶段|开发阶段|销售阶段|跟进阶段|商机阶段|Stage|Lifecycle Stage|Pipeline Stage|Deal Stage|" +
        "Sales Stage|Customer Stage|Lead Stage",
    ),
    weaker: words("跟进状态|客户状态|客户跟进状态|报价状态|Lead Status|Customer Status|Trail Status"),
  },
  source: {
    label: { zh: "客户来源", en: "Source" },
    kind: "text",
    synonyms: words(
      "客户来源|来源|来源渠道|客户来源渠道|询盘来源|获取来源|线索来源|咨询来源|Source|Lead Source|Original Source|Customer Source|" +
        "Inquiry Source|Acquisition Channel",
    ),
    weaker: words("渠道|平台|获客渠道|来源平台|Channel|Platform|Origin"),
  },
  hold: {
    label: { zh: "不联系", en: "Do not contact" },
    kind: "yes_no",
    synonyms: words(
      "不联系|暂停联系|不再联系|请勿联系|勿联系|勿扰|停止联系|是否暂停联系|Do Not Contact|DNC|On Hold|No Contact|Do not disturb|" +
        "Contact Hold",
    ),
    weaker: words(
      "黑名单|是否黑名单|退订|Email Opt Out|Unsubscribed|Opt Out|Restricted Market|Blacklist|Blacklisted|Blocked",
    ),
  },
  complaint: {
    label: { zh: "未结投诉", en: "Open complaint" },
    kind: "day",
    synonyms: words(
      "未结投诉|投诉日期|投诉时间|投诉|客诉|客诉日期|未处理投诉|Open Complaint|Complaint|Complaint Date|Complaint Day",
    ),
  },
  annual: {
    label: { zh: "近12个月成交额", en: "Bought from us, last 12 months" },
    kind: "amount",
    synonyms: words(
      "近12个月成交额|近一年成交额|近一年成交金额|最近一年成交额|年成交额|年成交金额|年度成交额|年度成交金额|向我司年采购额|我司年采购额|年销售给客户|近12个月采购额(我司)|" +
        "近12个月订单额|近一年订单额|近一年订单金额|Bought from us, last 12 months|Sales last 12 months|" +
        "Last 12 months sales|Orders last 12 months|Annual Sales to Customer|Bought from us (year)|" +
        "Purchases from us last 12 months|Annual Orders from us|Revenue last 12 months|" +
        "Last 12 months revenue|LTM Sales",
    ),
  },
  lifetime: {
    label: { zh: "累计成交额", en: "Bought from us, ever" },
    kind: "amount",
    synonyms: words(
      "累计成交额|累计成交金额|累计成交|累计订单额|累计订单金额|累计采购额|累计采购金额|累计金额|历史成交额|历史成交金额|总成交额|总成交金额|累计销售额|" +
        "Bought from us, ever|Lifetime Value|Lifetime Amount|Lifetime Sales|Lifetime Revenue|Total Spent|" +
        "Total Purchases|LTV|Total Sales to date",
    ),
  },
  buyer_volume: {
    label: { zh: "客户年采购总量", en: "Buys in all, from anyone" },
    kind: "amount",
    synonyms: words(
      "客户年采购总量|客户年采购总额|年采购总量|年采购总额|客户采购总额|全球采购额|年进口额|年进口总额|客户总采购额|Buys in all, from anyone|" +
        "Buyer Volume|Annual Import Value|Total Annual Purchase|Annual Purchasing Volume|" +
        "Annual Purchase Volume|Annual Procurement|Annual Imports",
    ),
  },
  expected: {
    label: { zh: "预计订单额", en: "Expected amount" },
    kind: "amount",
    synonyms: words(
      "预计订单额|预计订单金额|预计成交额|预计成交金额|预计金额|预估金额|预估订单额|意向金额|商机金额|Expected Amount|Expected Revenue|" +
        "Expected Order|Expected Order Value|Expected Value|Forecast Amount|Opportunity Amount|" +
        "Potential Order Value|Estimated Value|Estimated Amount",
    ),
  },
  first_order: {
    label: { zh: "首次下单", en: "First order" },
    kind: "day",
    synonyms: words(
      "首次下单时间|首次下单日期|首次下单|首单日期|首单时间|首次成交时间|首次成交日期|First Order|First Order Date|First Order At|" +
        "First Order Day|First Purchase|First Purchase Date",
    ),
  },
  last_order: {
    label: { zh: "最近下单", en: "Last order" },
    kind: "day",
    synonyms: words(
      "最近下单时间|最近下单日期|最近下单|最后下单时间|最后下单日期|最后下单|上次下单|上次下单时间|上次下单日期|最近成交时间|最近成交日期|最后成交日期|最近订单日期|Last Order|" +
        "Last Order Date|Last Order At|Last Order Day|Last Purchase|Last Purchase Date",
    ),
  },
  order_count: {
    label: { zh: "订单数", en: "Orders" },
    kind: "count",
    synonyms: words(
      "订单数|订单数量|累计订单数|下单次数|成交次数|成交单数|订单总数|订单次数|Orders|Order Count|Number of Orders|Number of Purchases|" +
        "Total Orders|No. of Orders|# Orders|Purchase Count",
    ),
  },
  grade: {
    label: { zh: "客户等级", en: "Own grade" },
    kind: "text",
    synonyms: words("客户等级|客户级别|客户分级|Customer Grade|Customer Tier|Customer Level|Own grade"),
    weaker: words(
      "等级|客户星级|星级|重要级别|重要程度|意向等级|客户价值评级|客户等级标签|绩效标签|Rating|Customer Rating|Grade|Tier|Priority|Star|" +
        "Stars",
    ),
  },
  currency: {
    label: { zh: "币种", en: "Currency" },
    kind: "currency",
    synonyms: words("币种|货币|币别|结算币种|交易币种|Currency|Currency Code|CCY"),
  },
  identity: {
    label: { zh: "客户类型", en: "Customer type" },
    kind: "text",
    synonyms: words("客户类型|客户类别|客户性质|客户身份|客户属性|Customer Type|Client Type|Identity|Buyer Type"),
    weaker: words("业务类型|类型|Type|Contact Type|Account Type"),
  },
  industry: {
    label: { zh: "行业", en: "Industry" },
    kind: "text",
    synonyms: words("行业|所属行业|行业分类|行业划分|行业别|客户行业|产业|Industry|Sector"),
    weaker: words("主营业务|主营产品|经营范围|Business Type"),
  },
  product: {
    label: { zh: "意向产品", en: "Product" },
    kind: "text",
    synonyms: words(
      "意向产品|产品|产品需求|客户需求产品|目标产品|询盘产品|需求产品|感兴趣产品|Product|Products|Requested Item|Product Interest|" +
        "Interested Product|Product of Interest",
    ),
    weaker: words(
      "产品类型|产品型号|产品类别|品名|产品名称|询问产品种类|Product Name|Product Line|Product Code|Product Category",
    ),
  },
  fair: {
    label: { zh: "展会", en: "Fair" },
    kind: "text",
    synonyms: words("展会|展会名称|参展展会|来源展会|展会日期|Fair|Trade Fair|Trade Show|Exhibition|Fair Date"),
  },
} as const satisfies Record<string, Words>;

const ORDERS = {
  id: {
    label: { zh: "订单号", en: "Order no." },
    kind: "id",
    synonyms: words(
      "订单号|订单编号|单号|订购单号|订单号码|订单ID|销售订单号|Order No|Order Number|Order ID|Order #|Order|Sales Order|SO No|" +
        "Order Code|Order Ref",
    ),
    weaker: words(
      "PI号|PI编号|PI记录|PI|PI No|PI Number|PI #|合同号|合同编号|厂单号|PO|PO号|PO No|PO Number|PO #|发票号|Invoice No|" +
        "Invoice Number|Invoice|Invoice #|Declaration Number|编号|ID|Contract No",
    ),
  },
  customer: {
    label: { zh: "客户编号", en: "Customer ID" },
    kind: "id",
    synonyms: CUSTOMER_ID,
  },
  name: {
    label: { zh: "客户名称", en: "Customer" },
    kind: "company",
    synonyms: COMPANY_NAME,
    // The hand-typed company name is how most order sheets are joined, so a bare 客户 is taken here and not asked about.
    weaker: words(
      "客户|买家|采购商|进口商|收货人|客户简称|公司简称|简称|厂商|厂商简称|Customer|Client|Buyer|Buyer Name|Account|Importer|" +
        "Importer Name|Consignee|Consignee Name|Short Name|Trading Name|Sold to|Bill to",
    ),
  },
  day: {
    label: { zh: "下单日期", en: "Order day" },
    kind: "day",
    synonyms: words(
      "订单日期|下单日期|下单时间|订单时间|下单日|成单日期|Order Date|Order Day|Ordered At|Ordered On|Date Ordered|" +
        "Purchase Date|Order Time|Order Placed",
    ),
    weaker: words(
      "日期|成交时间|成交日期|签单日期|合同日期|PI日期|发票日期|Date|Invoice Date|PI Date|Close Date|Closed Date|" +
        "Closed Won Date|Contract Date|PO Date|时间",
    ),
  },
  amount: {
    label: { zh: "订单金额", en: "Order amount" },
    kind: "amount",
    synonyms: words(
      "订单金额|订单总额|订单总金额|订单额|总金额|金额|总额|总价|合计金额|交易总金额|合同金额|Amount|Total|Total Amount|Order Amount|" +
        "Order Total|Order Value|Total Value|Total Price|Grand Total|Amount Total|Net Amount|Gross Amount",
    ),
    weaker: words(
      "成交金额|成交额|实际总额|应收金额|货值|发票金额|PI金额|销售额|期间营收|Sales|Value|Deal Value|Deal Amount|Invoice Amount|" +
        "Invoice Value|Revenue|FOB Value|CIF Value|Value in USD|FOB USD|CIF USD",
    ),
  },
  currency: {
    label: { zh: "币种", en: "Currency" },
    kind: "currency",
    synonyms: words("币种|货币|币别|结算币种|交易币种|Currency|Currency Code|CCY|Order Currency"),
  },
  status: {
    label: { zh: "订单状态", en: "Order status" },
    kind: "status",
    synonyms: words("订单状态|Order Status|订单进度|Order State"),
    weaker: words("状态|处理状态|生产状态|Status|State of order|进度"),
  },
  type: {
    label: { zh: "订单类型", en: "Order type" },
    kind: "text",
    synonyms: words("订单类型|订单类别|单据类型|订单性质|Order Type"),
    weaker: words("类型|类别|Type|业务类型"),
  },
  product: {
    label: { zh: "产品", en: "Product" },
    kind: "text",
    synonyms: words("产品|产品名称|品名|货物名称|商品名称|商品|Product|Product Name|Products|Item|Item Name"),
    weaker: words(
      "产品型号|产品类型|产品类别|型号|货号|Product Line|Product Code|Goods|Description of Goods|Goods Description",
    ),
  },
  due: {
    label: { zh: "应付日期", en: "Due date" },
    kind: "day",
    synonyms: words(
      "应付日期|到期日|到期日期|应收日期|付款到期日|应收款日期|付款期限|Due Date|Payment Due|Payment Due Date|Invoice Due Date|" +
        "Due On",
    ),
  },
  paid: {
    label: { zh: "收款日期", en: "Paid date" },
    kind: "day",
    synonyms: words(
      "收款日期|收款时间|到账日期|到账时间|付款日期|付款时间|付清日期|回款日期|尾款到账日期|Paid Date|Payment Date|Date Paid|Paid On|Paid At|" +
        "Payment Received",
    ),
  },
  delivered: {
    label: { zh: "签收日期", en: "Delivered" },
    kind: "day",
    synonyms: words(
      "签收日期|签收时间|到货日期|到货时间|收货日期|Delivered|Delivered Date|Delivered At|Delivered On|Date Delivered",
    ),
    // 交付日期 may be a promise; reader of days later than as-of lists it then.
    weaker: ["交付日期", "Delivery Date"],
  },
} as const satisfies Record<string, Words>;

const CONTACTS = {
  day: {
    label: { zh: "联系日期", en: "Contact day" },
    kind: "day",
    synonyms: words(
      "联系日期|联系时间|跟进日期|跟进时间|沟通日期|沟通时间|Contact Date|Contact Day|Contacted At|Contacted On|Follow-up Date|" +
        "Activity Date",
    ),
    weaker: words("日期|时间|Date|Day"),
  },
  customer: {
    label: { zh: "客户编号", en: "Customer ID" },
    kind: "id",
    synonyms: CUSTOMER_ID,
  },
  name: {
    label: { zh: "客户名称", en: "Customer" },
    kind: "company",
    synonyms: COMPANY_NAME,
    weaker: words("客户|买家|Customer|Client|Buyer|Account|客户简称"),
  },
  direction: {
    label: { zh: "方向", en: "Direction" },
    kind: "text",
    synonyms: words("方向|联系方向|收发|Direction|In/Out|Inbound/Outbound"),
  },
  channel: {
    label: { zh: "联系渠道", en: "Channel" },
    kind: "text",
    synonyms: words(
      "联系渠道|沟通方式|跟进方式|联络方式|沟通渠道|Channel|Contact Method|Follow-up Method|Activity Type",
    ),
    weaker: words("方式|渠道|Method"),
  },
  by: {
    label: { zh: "联系人员", en: "By" },
    kind: "text",
    synonyms: words("联系人员|跟进人|跟进人员|业务员|负责人|By|Owner|Salesperson|Contacted By"),
  },
  note: {
    label: { zh: "沟通内容", en: "Note" },
    kind: "text",
    synonyms: words("沟通内容|跟进内容|跟进记录|跟进情况|沟通记录|联系内容|Note|Activity|Summary|Content"),
    weaker: words("内容|备注|Notes|Remark|Remarks|Comments"),
  },
  bulk: {
    label: { zh: "群发", en: "Bulk mail" },
    kind: "yes_no",
    synonyms: words("群发|是否群发|群发邮件|Bulk|Bulk Mail|Mass Mail|Newsletter"),
  },
  next: {
    label: { zh: "下次跟进", en: "Next date" },
    kind: "day",
    synonyms: words(
      "下次跟进|下次跟进时间|下次跟进日期|下次联系时间|下次联系日期|Next Date|Next Follow-up|Next Follow-up Date|Next Contact",
    ),
  },
} as const satisfies Record<string, Words>;

/** A field of a customer, an order ("order.…") or a contact ("contact.…"); the FIELD of `--map FIELD=HEADER`. */
export type FieldId = keyof typeof CUSTOMERS | `order.${keyof typeof ORDERS}` | `contact.${keyof typeof CONTACTS}`;

export interface Field extends Words {
  readonly id: FieldId;
  readonly table: Table;
}

const declared = (table: Table, prefix: string, fields: Readonly<Record<string, Words>>): Field[] =>
  Object.keys(fields).map((key) => ({ ...fields[key]!, id: `${prefix}${key}` as FieldId, table }));

/** Every field that is looked for, in the order in which the columns are shown to the person. */
export const FIELDS: readonly Field[] = [
  ...declared("customers", "", CUSTOMERS),
  ...declared("orders", "order.", ORDERS),
  ...declared("contacts", "contact.", CONTACTS),
];

/** Headers that could mean several things, or one thing that we would not bet on: the person is asked. */
export interface Asked {
  readonly headers: readonly string[];
  /** Those that another column already holds are not offered any more; with none left nothing is asked. */
  readonly options: readonly FieldId[];
  readonly proposal?: FieldId;
}

export const ASKED: Readonly<Record<Table, readonly Asked[]>> = {
  customers: [
    {
      // Bought from us, or all that he buys from anyone: both are called this, and only the first one grades.
      headers: words(
        "年采购额|年采购金额|年度采购额|年度采购金额|年采购量|采购额|采购金额|年购买额|Annual Purchase Amount|Annual Purchase|" +
          "Annual Purchases|Annual Purchase Value|Annual Amount|Annual Spend|Yearly Amount|Yearly Purchase|" +
          "Yearly Purchase Amount|Annual Purchasing Amount|Purchase Amount|近一年采购额|近12个月采购额",
      ),
      options: ["annual", "buyer_volume"],
    },
    {
      headers: words(
        "金额|总金额|总额|金额合计|Amount|Total|Total Amount|Value|Total Value|Value in USD|FOB USD|CIF USD|Revenue",
      ),
      options: ["annual", "lifetime", "buyer_volume", "expected"],
    },
    {
      headers: words(
        "成交金额|成交额|订单金额|订单额|订单总额|交易总金额|交易金额|销售额|实际总额|期间营收|营收|Sales|Total Sales|Order Amount|Order Value|" +
          "Order Total|Turnover with us",
      ),
      options: ["annual", "lifetime", "expected"],
    },
    { headers: words("年销售额|Annual Sales|Yearly Sales"), options: ["annual", "buyer_volume"] },
    { headers: ["Deal Value", "Deal Amount"], options: ["expected", "lifetime", "annual"] },
    {
      headers: words(
        "跟进日期|跟进时间|联系日期|联系时间|联络日期|Followup Date|Follow-up|Contact Date|Contacted|Follow-up Time|追踪日期",
      ),
      options: ["last_contact", "next_date"],
    },
    { headers: words("状态|Status|State of customer"), options: ["stage"], proposal: "stage" },
    // 级别 is the team's grade of the customer, or that of his credit.
    { headers: words("级别|信用等级|信用级别|信任评级|Level|Class"), options: ["grade"] },
    { headers: words("地区|区域|客户区域|所属区域|Region|Territory|Location"), options: ["country"] },
    { headers: words("询盘|询价|Inquiry|Enquiry|RFQ"), options: ["inquiry"] },
    { headers: ["展会客户", "Fair Lead"], options: ["fair", "source"] },
  ],
  orders: [
    // The day of a quotation or a shipment is not the day of the order.
    {
      headers: words("报价日期|Shipment Date|Ship Date|Shipped Date|发货日期|出货日期|出运日期|Imp Date|进口日期"),
      options: ["order.day"],
    },
    {
      headers: words("创建时间|创建日期|Created At|Created|Create Date|Date Created"),
      options: ["order.day"],
    },
    { headers: ["下单客户"], options: ["order.name"], proposal: "order.name" },
  ],
  contacts: [],
};

/** A company or a person; the company where the sheet has a column for the person too. */
export const BARE_NAMES: readonly string[] = words("客户|Customer|Client|Buyer|买家|名称|Name|Lead|Lead Name");

/** A person who names the customer only where nothing else does. */
export const PERSON_NAMES: readonly string[] = words(
  "客户姓名|姓名|买家姓名|联系人姓名|联系人名字|联系人|主联系人|客户联系人|联络人|联系人名称|Contact|Contact Name|Contact Person|" +
    "Key Contact|Buyer Name|Full Name|Primary Contact|关键联系人",
);

/** Columns of customer sheets that are no field of ours: they tell a header row and a customer sheet from others. */
export const PROFILE_HEADERS: readonly string[] = words(
  "官网|网站|公司网站|公司网址|客户网址|单位网站|域名|Website|Company Domain Name|Work Website|Homepage|Domain|职位|职务|" +
    "联系人职位|职称|Title|Job Title|Position|Contact Title|Contact Role|邮箱|电子邮箱|电子邮件|客户邮箱|工作邮箱|联系邮箱|" +
    "QQ/E-mail|Email|Email Address|Business Email|Work Email|电话|联系电话|手机|手机号|座机|座机电话|办公电话|联系方式|联系人电话|" +
    "联系人手机|传真|Phone|Phone Number|Mobile|Telephone|Office Phone|Tel|Tel No|Fax|WhatsApp|WhatsApp号码|微信|" +
    "微信号|QQ|QQ号码|Skype|社媒账号|LINE|WeChat|LinkedIn|LinkedIn Company Page|Facebook Page|地址|公司地址|详细地址|" +
    "客户地址|Address|Street Address|Address Line 1|Address Line 2|Billing Street|Postal Code|Zip|邮编|" +
    "First Name|Last Name|Contact First Name|Contact Last Name|公司规模|员工数量|年营业额|年营收|注册资金|门店数量|" +
    "Number of Employees|Employees|Company Size|Annual Revenue|客户满意度|满意度|Satisfaction|CSAT|公海分组|" +
    "公海/私海|State|State/Region|洲",
);

/** Columns of order sheets that are no field of ours. */
export const ORDER_HEADERS: readonly string[] = words(
  "单价|数量|采购数量|订购数量|Unit Price|Price|Price Each|Quantity|Qty|Quantity Ordered|Unit|已付金额|已收金额|待付金额|" +
    "定金|尾款|收款状态|付款方式|支付方式|付款条件|账单状态|Paid Amount|Payment Terms|Payment Method|Deposit|Balance|价格条款|" +
    "贸易条款|起运港|目的港|海运费|船期|交期|装柜日期|Incoterms|POL|POD|ETD|ETA|Required Date|Shipped Date|Freight|" +
    "Ship Name|Ship City|利润|毛利|利润率|毛利率|佣金|期间毛利|Profit|Gross Profit|Margin|汇率|Exchange Rate|运费",
);

/** Headers of sheets that hold neither customers nor orders nor contacts: stock, price lists, parcels, quotations, suppliers. */
export const FOREIGN_HEADERS: readonly string[] = words(
  "库存|库存数量|SKU|Stock|In Stock|MOQ|规格|材质|净重|毛重|HS编码|HS Code|供应商|供应商名称|供应商编号|Supplier|Supplier Name|" +
    "Supplier ID|Vendor|Vendor Name|快递单号|样品费|寄样日期|Tracking No|Sample Fee|报价单号|报价编号|报价有效期|" +
    "Quotation No|Quote No|Valid Until|成本价|Unit Cost|Reorder Level|Units in Stock",
);

/** Traditional characters of headers and their simplified ones, pair by pair. */
export const TRADITIONAL =
  "戶户編编號号稱称國国區区業业務务員员負负責责聯联繫系絡络電电話话類类屬属來来狀状態态間间後后進进詢询價价產产單单訂订購购額额" +
  "總总幣币別别數数應应備备註注廠厂簡简網网職职徑径蹤踪紀纪錄录貨货萬万億亿歷历績绩標标籤签簽签觸触實实際际銷销費费計计預预達达" +
  "種种輸输內内準准評评級级層层階阶發发運运開开參参會会縣县問问絕绝傳传郵邮機机創创時时見见寫写買买賣卖廣广擴扩報报質质規规" +
  "複复雜杂連连絲丝線线滿满關关鍵键營营餘余帳账賬账優优獲获聞闻訊讯諮咨詳详細细興兴紅红黃黄綠绿採采";
