import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Rows } from "../../../src/core/cells/cell";
import {
  columnName,
  type FieldId,
  findLayout,
  foldHeader,
  guessTable,
  knownFields,
  type Layout,
} from "../../../src/core/tables/headers";

const found = (layout: Layout | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(layout?.columns ?? {}).map(([id, column]) => [id, column.header]));

const asked = (layout: Layout | undefined): [string, readonly FieldId[]][] =>
  (layout?.questions ?? []).map(({ column, options }) => [column.header, options]);

const customer = ["Acme GmbH", "德国", "Amy", 12000, "2025-03-01"];

describe("a header as people type it", () => {
  test.each([
    ["客户名称 *", "客户名称"],
    ["# Orders", "noorders"],
    ["客户名称(必填)", "客户名称"],
    ["Company Name (required)", "companyname"],
    ["客戶編號", "客户编号"],
    ["ＣＯＭＰＡＮＹ　ＮＡＭＥ", "companyname"],
    ["order_id", "orderid"],
    ["Order #", "orderno"],
    ["Order No.", "orderno"],
    ["#", ""],
    ["⭐ 客户等级", "客户等级"],
    ["国家/\n地区", "国家地区"],
    ["  ", ""],
  ])("%j is folded to %j", (header, folded) => {
    expect(foldHeader(header)).toBe(folded);
  });
});

describe("customer headers seen in the wild", () => {
  // Each stands beside a company column; a company column stands beside an e-mail column.
  const seen: Partial<Record<FieldId, readonly string[]>> = {
    id: [
      ...["客户编号", "客户代码", "客户代号", "编号", "客户单号", "客户ID", "档案编号", "客戶編號", "客戶代號", "ID"],
      ...[
        "Customer ID",
        "customerID",
        "CustomerId",
        "customer_code",
        "Account Number",
        "Record ID",
        "Serial",
        "company_id",
      ],
      "customer_id",
    ],
    name: [
      ...[
        "客户名称",
        "公司名称",
        "公司",
        "客户公司名",
        "客户公司名称",
        "企业名称",
        "买家公司",
        "采购商",
        "收货人",
        "进口商",
      ],
      ...["单位名称", "客戶名稱", "公司名稱", "廠商名稱", "Company Name", "Company", "Account Name", "Customer Name"],
      ...["CUSTOMERNAME", "companyName", "Buyer Company", "Buyer Organization", "Organization", "legal_name"],
      ...[
        "IMPORTER_NAME",
        "CONSIGNEE_NAME",
        "IMPORTERNAME",
        "company",
        "客户简称",
        "简称",
        "公司简称",
        "客戶簡稱",
        "廠商簡稱",
      ],
      ...["Short Name", "trading_name", "客户名称 Company Name", "Company/公司名称", "客户名称\n(全称)", "*公司名称"],
    ],
    country: [
      ...["国家", "国家/地区", "国家地区", "国别", "所在国家", "市场", "国家名称", "國家/地區", "國家", "Country"],
      ...["Country/Region", "Market", "COUNTRY", "Billing Country", "Ship Country", "DESTINATION_COUNTRY"],
      ...["COUNTRY_ISO_CODE_2", "country"],
    ],
    city: ["城市", "City", "CITY"],
    industry: [
      "行业",
      "所属行业",
      "行业分类",
      "行业划分",
      "主营业务",
      "经营范围",
      "產業",
      "行業別",
      "Industry",
      "Business Type",
    ],
    identity: [
      ...["客户类型", "客户类别", "客户性质", "业务类型", "客户身份", "客戶屬性", "類型", "Customer Type", "Type"],
      ...["Contact Type", "customerType"],
    ],
    source: [
      ...[
        "客户来源",
        "来源",
        "来源渠道",
        "询盘来源",
        "获取来源",
        "线索来源",
        "渠道",
        "平台",
        "咨询来源",
        "客戶來源",
        "Source",
      ],
      ...["Lead Source", "Channel", "Platform", "Original Source", "origin"],
    ],
    stage: [
      ...[
        "客户阶段",
        "阶段",
        "当前阶段",
        "业务阶段",
        "开发阶段",
        "跟进状态",
        "客户状态",
        "报价状态",
        "销售阶段",
        "Stage",
      ],
      ...["Lead Status", "Lifecycle Stage", "Pipeline Stage", "trail_status"],
    ],
    grade: [
      ...["客户等级", "客户级别", "等级", "客户星级", "星级", "重要级别", "重要程度", "意向等级", "客户价值评级"],
      ...["客户等级标签", "等級", "績效標籤", "Rating", "Customer Rating", "Grade", "Tier", "Priority", "star"],
    ],
    owner: [
      ...["负责人", "业务员", "跟进人", "业务负责人", "所属人", "跟单员", "默认业务员", "業務員", "負責業務", "Owner"],
      ...[
        "Lead Owner",
        "Assigned to",
        "Coordinator",
        "Salesperson",
        "salesRep",
        "跟进业务员",
        "客户经理",
        "Handled by",
      ],
    ],
    created: [
      ...["创建时间", "创建日期", "建立时间", "导入日期", "初次备案日期", "首次接触日期", "首次联系时间", "建立日期"],
      ...["Created At", "Create Date", "Date Created", "Creation Date", "first_contact"],
    ],
    inquiry: ["询盘时间", "初次询盘时间", "received_at"],
    last_contact: [
      ...["最近跟进时间", "最后跟进时间", "最后跟进日期", "最新跟进时间", "最近联系", "最近聯絡日", "Last Contact"],
      ...["Last Contacted", "Last Activity Date", "contactLastTime", "last_activity_at", "最近联系（年月日）"],
    ],
    next_date: [
      ...["下次跟进时间", "下次联系时间", "下次跟进", "下次追蹤", "Next Follow-up", "nextFollowUp", "next_activity_at"],
    ],
    product: [
      ...["产品", "意向产品", "产品需求", "产品类型", "产品型号", "客户需求产品", "目标产品", "品名", "產品類別"],
      ...["詢問產品種類", "Product", "Product Name", "Requested Item", "PRODUCTLINE", "PRODUCTCODE", "询盘产品"],
    ],
    currency: ["币种", "货币", "幣別", "Currency", "currency_code"],
    first_order: ["首次下单时间", "first_order_at"],
    last_order: ["最近下单时间", "last_order_at"],
    order_count: ["订单数", "累计订单数", "number_of_purchases"],
    lifetime: ["累计成交额", "累计成交额(USD)"],
    expected: ["预计订单额", "Expected Revenue"],
    complaint: [
      "投诉",
      "投诉日期",
      "客诉",
      "是否投诉",
      "客戶投訴",
      "Complaint",
      "Complaint Date",
      "Open Complaint",
      "complaints",
    ],
    fair: [
      "展会表现",
      "展会反馈",
      "Fair Interest",
      "展会",
      "展会名称",
      "來源展會",
      "Exhibition",
      "Trade Show",
      "fair_name",
    ],
    fair_day: ["展会日期", "展会时间", "Fair Date", "Exhibition Date", "fair_day"],
    size: ["公司规模", "企业规模", "员工数量", "员工人数", "規模", "Company Size", "Number of Employees", "Employees"],
    potential: ["客户潜力", "合作潜力", "潜力", "潛力等級", "Potential", "customer_potential"],
    satisfaction: ["客户满意度", "满意度", "滿意度評分", "Satisfaction", "CSAT", "Customer Satisfaction Score"],
    ended: ["终止合作", "流失日期", "是否流失", "Ended", "Churn Date", "churned_at"],
    quantity: ["需求数量", "采购数量", "意向数量", "Quantity", "Requested Qty"],
    note: ["备注", "備註", "跟进记录", "Notes", "Remarks", "Comments"],
    hold: ["黑名单", "不联系", "Email Opt Out", "do_not_contact", "unsubscribed", "restricted_market"],
  };
  const cases = Object.entries(seen).flatMap(([id, headers]) =>
    headers.map((header) => [header, id as FieldId] as const),
  );

  test.each(cases)("%j is the customer's %s", (header, id) => {
    const layout = findLayout(
      [
        [id === "name" ? "邮箱" : "客户名称", header],
        ["Acme GmbH", "x"],
      ],
      "customers",
    );
    expect(layout?.headerRow).toBe(0);
    expect(layout?.columns[id]).toMatchObject({ index: 1, header });
    expect(layout?.questions).toEqual([]);
  });

  test.each([
    ["年采购额", ["annual", "buyer_volume"]],
    ["年采购额/万", ["annual", "buyer_volume"]],
    ["年采购金额", ["annual", "buyer_volume"]],
    ["Annual Purchase Amount", ["annual", "buyer_volume"]],
    ["annual_purchase_amount (USD)", ["annual", "buyer_volume"]],
    ["金额", ["annual", "lifetime", "buyer_volume", "expected"]],
    ["总金额", ["annual", "lifetime", "buyer_volume", "expected"]],
    ["Amount", ["annual", "lifetime", "buyer_volume", "expected"]],
    ["Total", ["annual", "lifetime", "buyer_volume", "expected"]],
    ["VALUE_IN_USD", ["annual", "lifetime", "buyer_volume", "expected"]],
    ["TOTALVALUE", ["annual", "lifetime", "buyer_volume", "expected"]],
    ["成交金额", ["annual", "lifetime", "expected"]],
    ["订单金额", ["annual", "lifetime", "expected"]],
    ["交易总金额", ["annual", "lifetime", "expected"]],
    ["期間營收", ["annual", "lifetime", "expected"]],
    ["SALES", ["annual", "lifetime", "expected"]],
    ["Deal Value", ["expected", "lifetime", "annual"]],
    ["Followup Date", ["last_contact", "next_date"]],
    ["跟进日期", ["last_contact", "next_date"]],
    ["状态", ["stage"]],
    ["狀態", ["stage"]],
    ["Status", ["stage"]],
    ["级别", ["grade"]],
    ["信用等级", ["grade"]],
    ["信任评级", ["grade"]],
    ["地区", ["country"]],
    ["Region", ["country"]],
    ["Territory", ["country"]],
    ["詢價", ["inquiry"]],
  ])("%j could mean %j and is asked about", (header, options) => {
    const layout = findLayout(
      [
        ["客户名称", header],
        ["Acme GmbH", "x"],
      ],
      "customers",
    );
    expect(found(layout)).toEqual({ name: "客户名称" });
    expect(asked(layout)).toEqual([[header, options]]);
  });

  test.each([
    ["序号"],
    ["#"],
    ["日期"],
    ["主动联系次数"],
    ["下一步动作"],
    ["Next Step"],
    ["采购周期"],
    ["采购频率"],
    ["询盘编号"],
    ["询盘内容"],
    ["年营业额(美元)"],
    ["Annual Revenue"],
    ["联系人"],
    ["客户姓名"],
    ["已付金额"],
    ["WhatsApp"],
  ])("%j beside a company is no field and no question", (header) => {
    const layout = findLayout(
      [
        ["客户名称", header],
        ["Acme GmbH", "x"],
      ],
      "customers",
    );
    expect(found(layout)).toEqual({ name: "客户名称" });
    expect(layout?.questions).toEqual([]);
  });
});

describe("headers of contact logs", () => {
  const seen: Partial<Record<FieldId, readonly string[]>> = {
    "contact.day": ["联系日期", "跟进时间", "日期", "聯絡日期", "Date", "Contact Date", "Activity Date"],
    "contact.customer": ["客户编号", "Customer ID"],
    "contact.name": ["客户名称", "客户", "公司名称", "Customer", "Company"],
    "contact.direction": ["方向", "收发", "來往方向", "Direction", "In/Out", "Inbound / Outbound"],
    "contact.channel": ["跟进方式", "沟通方式", "联系渠道", "Channel", "Contact Method"],
    "contact.by": ["跟进人", "业务员", "负责人", "By", "Owner"],
    "contact.note": ["跟进内容", "沟通内容", "跟进记录", "备注", "Note", "Notes", "Remarks"],
    "contact.bulk": ["群发", "是否群发", "Bulk mail", "Newsletter"],
    "contact.next": ["下次跟进", "下次联系时间", "Next date", "Next Follow-up"],
  };
  test.each(Object.entries(seen).flatMap(([id, headers]) => headers.map((header) => [header, id as FieldId] as const)))(
    "%j is %s",
    (header, id) => {
      const beside = id === "contact.name" ? "联系日期" : "客户全称";
      const layout = findLayout(
        [
          [beside, header],
          ["x", "y"],
        ],
        "contacts",
      );
      expect(layout?.columns[id]).toMatchObject({ index: 1, header });
      expect(layout?.questions).toEqual([]);
    },
  );
});

describe("order headers seen in the wild", () => {
  const seen: Partial<Record<FieldId, readonly string[]>> = {
    "order.id": [
      ...[
        "订单号",
        "订单编号",
        "PI号",
        "PI记录",
        "合同号",
        "厂单号",
        "PO",
        "單號",
        "訂購單號",
        "Order No",
        "ORDERNUMBER",
      ],
      ...["orderID", "PI No.", "InvoiceNo", "DECLARATION_NUMBER", "order_id", "Order #"],
    ],
    "order.customer": ["客户编号", "客戶編號", "customerID", "CustomerId", "customer_id", "customer_code"],
    "order.name": [
      "客户名称",
      "客户",
      "客戶",
      "Customer",
      "company",
      "CUSTOMERNAME",
      "BUYER_NAME",
      "CONSIGNEE_NAME",
      "客户姓名",
    ],
    "order.day": [
      ...["订单日期", "下单日期", "下单时间", "成交时间", "訂單日期", "日期", "Order Date", "ORDERDATE", "orderDate"],
      ...["InvoiceDate", "Close Date", "order_date", "Date"],
    ],
    "order.amount": [
      ...[
        "金额",
        "订单金额",
        "总金额",
        "成交金额",
        "应收金额",
        "实际总额",
        "交易总金额",
        "總金額",
        "期間營收",
        "Amount",
      ],
      ...["Total", "SALES", "Total Amount", "Deal Value", "VALUE_IN_USD", "FOB_USD", "CIF_USD", "TOTALVALUE", "amount"],
      ...["金额(USD)", "订单金额（美元）", "金额万元", "Amount USD", "AmountUSD"],
    ],
    "order.currency": ["币种", "货币", "幣別", "Currency", "currency_code"],
    "order.status": ["订单状态", "状态", "处理状态", "生产状态", "狀態", "STATUS", "Order Status"],
    "order.type": ["订单类型", "Order Type", "类型"],
    "order.product": ["产品", "品名", "产品型号", "Product", "PRODUCTLINE", "PRODUCTCODE"],
    "order.due": ["到期日", "应付日期", "付款期限", "Due Date"],
    "order.paid": ["收款日期", "到账日期", "付款日期", "Paid Date", "Payment Date"],
    "order.delivered": ["签收日期", "到货日期", "交付日期", "Delivered", "Delivery Date"],
  };
  const cases = Object.entries(seen).flatMap(([id, headers]) =>
    headers.map((header) => [header, id as FieldId] as const),
  );

  test.each(cases)("%j is %s", (header, id) => {
    const layout = findLayout(
      [
        ["汇率", "单价", header],
        ["7.1", "2", "x"],
      ],
      "orders",
    );
    expect(layout?.columns[id]).toMatchObject({ index: 2, header });
    expect(layout?.questions).toEqual([]);
  });

  test.each([["报价日期"], ["SHIPMENT_DATE"], ["IMP_DATE"], ["创建时间"]])(
    "%j may be no order day and is asked about",
    (header) => {
      const layout = findLayout(
        [
          ["订单号", header, "金额"],
          ["PI-1", "x", "1"],
        ],
        "orders",
      );
      expect(asked(layout)).toEqual([[header, ["order.day"]]]);
    },
  );

  test.each([
    ["已付金额"],
    ["已收金额"],
    ["已收金額(USD)"],
    ["累计收款金额"],
    ["已付定金"],
    ["Paid Amount"],
    ["Amount paid"],
    ["Amount Received (USD)"],
    ["Deposit Paid"],
  ])("%j is what was paid so far", (header) => {
    const layout = findLayout(
      [
        ["订单号", header],
        ["PI-1", 5],
      ],
      "orders",
    );
    expect(found(layout)).toEqual({ "order.id": "订单号", "order.paid_amount": header });
  });
  test.each([
    ["待付金额"],
    ["定金"],
    ["单价"],
    ["unitPrice"],
    ["PRICEEACH"],
    ["数量"],
    ["Quantity"],
    ["海运费"],
    ["freight"],
    ["利润"],
    ["汇率"],
    ["收款状态"],
    ["requiredDate"],
    ["ship_name"],
  ])("%j is neither the order's amount nor anything else of it", (header) => {
    const layout = findLayout(
      [
        ["订单号", header],
        ["PI-1", "x"],
      ],
      "orders",
    );
    expect(found(layout)).toEqual({ "order.id": "订单号" });
    expect(layout?.questions).toEqual([]);
    expect(layout?.unused.map((column) => column.header)).toEqual([header]);
  });
});

describe("exports with snake_case headers", () => {
  test("a customer export is found whole", () => {
    const layout = findLayout(
      [
        [
          "customer_id",
          "company",
          "contact",
          "title",
          "address",
          "city",
          "region",
          "postal_code",
          "country",
          "phone",
          "fax",
        ],
        ["ALFKI", "Alfreds", "Maria", "Rep", "Obere Str. 57", "Berlin", "", "12209", "Germany", "030", "030"],
      ],
      "customers",
    );
    expect(found(layout)).toEqual({ id: "customer_id", name: "company", city: "city", country: "country" });
    expect(layout?.questions).toEqual([]);
    expect(layout?.chinese).toBe(false);
  });

  test("an order export is found whole", () => {
    const layout = findLayout(
      [
        ["order_id", "customer_id", "company", "country", "order_date", "amount", "freight", "ship_name", "ship_city"],
        ["10248", "VINET", "Vins", "France", "1996-07-04", "440.00", "32.38", "Vins", "Reims"],
      ],
      "orders",
    );
    expect(found(layout)).toEqual({
      "order.id": "order_id",
      "order.customer": "customer_id",
      "order.name": "company",
      "order.day": "order_date",
      "order.amount": "amount",
    });
  });
});

describe("the unit in a header", () => {
  test.each([
    ["金额(USD)", "USD", 1],
    ["订单金额（美元）", "USD", 1],
    ["金额/万", undefined, 10_000],
    ["金额(万元)", "CNY", 10_000],
    ["金额万元", "CNY", 10_000],
    ["美元金额", "USD", 1],
    ["金额(萬美元)", "USD", 10_000],
    ["Amount in USD", "USD", 1],
    ["Amount (kUSD)", "USD", 1_000],
    ["Amount (EUR, thousand)", "EUR", 1_000],
    ["金额(单位:万元)", "CNY", 10_000],
    ["VALUE_IN_USD", "USD", 1],
    ["FOB_USD", "USD", 1],
    ["AmountUSD", "USD", 1],
    ["金额 USD", "USD", 1],
    ["金额(亿)", undefined, 100_000_000],
    ["金额", undefined, 1],
    ["Amount", undefined, 1],
    ["Total Amount", undefined, 1],
  ])("%j is kept as currency %s and times %i", (header, currency, scale) => {
    const layout = findLayout(
      [
        ["订单号", "订单日期", header],
        ["PI-1", "2025-03-01", "1"],
      ],
      "orders",
    );
    const column = layout?.columns["order.amount"];
    expect(column?.header).toBe(header);
    expect(column?.currency).toBe(currency);
    expect(column?.scale).toBe(scale);
  });

  test("an asked amount keeps its unit until it is answered", () => {
    const layout = findLayout(
      [
        ["客户名称", "年采购额/万"],
        ["Acme", "3"],
      ],
      "customers",
    );
    expect(layout?.questions[0]?.column.scale).toBe(10_000);
    const answered = findLayout(
      [
        ["客户名称", "年采购额/万"],
        ["Acme", "3"],
      ],
      "customers",
      { annual: "年采购额/万" },
    );
    expect(answered?.columns.annual?.scale).toBe(10_000);
    expect(answered?.questions).toEqual([]);
  });

  test("a header whose words nobody knows keeps its unit when the team says that it is an amount", () => {
    const layout = findLayout(
      [
        ["客户名称", "Umsatz (kEUR)"],
        ["Acme", "3"],
      ],
      "customers",
      { annual: "Umsatz (kEUR)" },
    );
    expect(layout?.columns.annual).toMatchObject({ currency: "EUR", scale: 1000 });
  });

  test("an amount with a remark that is no unit is asked about", () => {
    const layout = findLayout(
      [
        ["订单号", "订单日期", "金额(未付)"],
        ["PI-1", "2025-03-01", "1"],
      ],
      "orders",
    );
    expect(layout?.columns["order.amount"]).toBeUndefined();
    expect(layout?.questions).toMatchObject([{ options: ["order.amount"], proposal: "order.amount" }]);
  });
});

describe("where the header row stands", () => {
  const header = ["客户名称", "国家", "负责人", "累计成交额", "最近联系"];

  test.each([0, 1, 2, 5, 8, 9])("a header in row %i + 1 is found under titles and blank rows", (above) => {
    const rows: Rows = [
      ...Array.from({ length: above }, (_, i) =>
        i === 0 ? ["2025 客户资料表", "", "", "", ""] : ["", "", "", "", ""],
      ),
      header,
      customer,
    ];
    expect(findLayout(rows, "customers")?.headerRow).toBe(above);
  });

  test("a header in row 11 is not looked for", () => {
    const rows: Rows = [...Array.from({ length: 10 }, () => ["", "", "", "", ""]), header, customer];
    expect(findLayout(rows, "customers")).toBeUndefined();
  });

  test.each([
    ["an empty sheet", []],
    ["blank rows", [["", ""], [""]]],
    [
      "numbers and days",
      [
        [1, 2, { day: 45717 }],
        [true, 3, 4],
      ],
    ],
    [
      "words that are no headers",
      [
        ["hello", "world"],
        ["a", "b"],
      ],
    ],
  ] as [string, Rows][])("%s has no header row", (_, rows) => {
    expect(findLayout(rows, "customers")).toBeUndefined();
    expect(guessTable(rows)).toBeUndefined();
  });

  test("a two-row header with merged groups above is read from both rows", () => {
    const layout = findLayout(
      [
        ["客户名称", "国家", "首次", "", "累计成交额", "跟进", ""],
        ["", "", "联系时间", "下单日期", "", "最近联系", "下次跟进"],
        ["Acme GmbH", "德国", "2024-01-01", "2024-03-01", 1200, "2025-03-01", ""],
      ],
      "customers",
    );
    expect(layout?.headerRow).toBe(1);
    expect(found(layout)).toEqual({
      name: "客户名称",
      country: "国家",
      created: "首次 联系时间",
      first_order: "首次 下单日期",
      lifetime: "累计成交额",
      last_contact: "最近联系",
      next_date: "下次跟进",
    });
  });

  test("a Chinese header with its English below is one header of two rows", () => {
    const layout = findLayout(
      [
        ["客户名称", "国家", "负责人"],
        ["Company Name", "Country", "Owner"],
        ["Acme GmbH", "德国", "Amy"],
      ],
      "customers",
    );
    expect(layout?.headerRow).toBe(1);
    expect(Object.keys(layout?.columns ?? {}).sort()).toEqual(["country", "name", "owner"]);
  });

  test("a first customer whose cells are header words is no second header row", () => {
    const layout = findLayout(
      [header, ["Acme GmbH", "德国", "Amy", 12000, "2025-03-01"], ["平台", "渠道", "", 1, ""]],
      "customers",
    );
    expect(layout?.headerRow).toBe(0);
  });

  test("a header that only the team knows is found by its answers", () => {
    const rows: Rows = [["Kundenliste 2025"], ["Firma", "Land"], ["Acme GmbH", "Deutschland"]];
    expect(findLayout(rows, "customers")).toBeUndefined();
    const layout = findLayout(rows, "customers", { name: "firma", country: "Land" });
    expect(layout?.headerRow).toBe(1);
    expect(found(layout)).toEqual({ name: "Firma", country: "Land" });
  });
});

describe("who names the customer", () => {
  test.each([
    ["客户姓名 is the person where a company stands", ["客户名称", "客户姓名", "国家"], "客户名称", 0],
    ["客户姓名 names the customer where nothing else does", ["客户姓名", "国家", "邮箱"], "客户姓名", 0],
    ["a bare 客户 beside its contact is the company", ["客户", "联系人", "国家"], "客户", 0],
    ["a bare 客户 beside a company is left", ["客户", "公司名称", "国家"], "公司名称", 0],
    ["a bare 客户 alone is asked about", ["客户", "国家", "邮箱"], undefined, 1],
    ["a bare Name alone is asked about", ["Name", "Country", "Email"], undefined, 1],
    ["a short name gives way to the full one", ["客户简称", "客户名称", "国家"], "客户名称", 0],
  ])("%s", (_, header, name, questions) => {
    const layout = findLayout([header, ["x", "y", "z"]], "customers");
    expect(layout?.columns.name?.header).toBe(name);
    expect(layout?.questions).toHaveLength(questions);
    for (const question of layout?.questions ?? [])
      expect(question).toMatchObject({ options: ["name"], proposal: "name" });
  });

  test("that the bare column is no company is an answer", () => {
    const layout = findLayout(
      [
        ["客户", "国家", "客户编号"],
        ["Li", "德国", "C1"],
      ],
      "customers",
      { name: null },
    );
    expect(layout?.columns.name).toBeUndefined();
    expect(layout?.questions).toEqual([]);
  });
});

describe("two columns for one field", () => {
  test("two columns of one header are both asked about, under names that tell them apart", () => {
    const rows: Rows = [
      ["客户名称", "国家", "国家"],
      ["Acme GmbH", "德国", "法国"],
    ];
    const layout = findLayout(rows, "customers");
    expect(layout?.columns.country).toBeUndefined();
    expect(layout?.questions.map(({ column, options }) => [columnName(column), column.index, options])).toEqual([
      ["国家", 1, ["country"]],
      ["国家#2", 2, ["country"]],
    ]);
    expect(findLayout(rows, "customers", { country: "国家#2" })?.columns.country?.index).toBe(2);
    expect(findLayout(rows, "customers", { country: "国家" })?.columns.country?.index).toBe(1);
    expect(findLayout(rows, "customers", { country: "国家#2" })?.questions).toEqual([]);
  });

  test("two headers that mean one field are both asked about, the first proposed", () => {
    const layout = findLayout(
      [
        ["客户名称", "负责人", "业务员"],
        ["Acme GmbH", "Amy", "Bob"],
      ],
      "customers",
    );
    expect(layout?.columns.owner).toBeUndefined();
    expect(layout?.questions.map(({ column, proposal }) => [column.header, proposal])).toEqual([
      ["负责人", "owner"],
      ["业务员", undefined],
    ]);
  });

  test("a weaker header gives way without a question", () => {
    const layout = findLayout(
      [
        ["客户名称", "跟单员", "业务员", "状态", "客户阶段"],
        ["Acme", "Ann", "Bob", "x", "y"],
      ],
      "customers",
    );
    expect(found(layout)).toEqual({ name: "客户名称", owner: "业务员", stage: "客户阶段" });
    expect(layout?.questions).toEqual([]);
    expect(layout?.unused.map(({ header }) => header)).toEqual(["跟单员", "状态"]);
  });

  test("of two remarks columns the first is read, and nobody is asked", () => {
    for (const table of ["customers", "contacts"] as const) {
      const layout = findLayout(
        [
          ["客户名称", "备注", "备注"],
          ["Acme", "a", "b"],
        ],
        table,
      );
      expect(layout?.questions).toEqual([]);
      expect(Object.values(layout!.columns).map(({ index }) => index)).toEqual([0, 1]);
      expect(layout?.unused.map((column) => columnName(column))).toEqual(["备注#2"]);
    }
  });

  test("the mark of a fair comes before its name", () => {
    const layout = findLayout([["客户名称", "展会名称", "展会表现"]], "customers");
    expect(found(layout)).toEqual({ name: "客户名称", fair: "展会表现" });
    expect(layout?.questions).toEqual([]);
  });
});

describe("what the team answered", () => {
  const rows: Rows = [
    ["客户名称", "年采购额", "跟进日期", "国家"],
    ["Acme", 1, 2, "德国"],
  ];

  test("an answer wins over the synonyms", () => {
    const layout = findLayout(
      [
        ["客户名称", "公司名称", "国家"],
        ["a", "b", "c"],
      ],
      "customers",
      { name: "公司名称" },
    );
    expect(found(layout)).toEqual({ name: "公司名称", country: "国家" });
    expect(layout?.questions).toEqual([]);
  });

  test("an answered column is not offered for the other meaning", () => {
    const layout = findLayout(rows, "customers", { buyer_volume: "年采购额", next_date: "跟进日期" });
    expect(found(layout)).toEqual({
      name: "客户名称",
      buyer_volume: "年采购额",
      next_date: "跟进日期",
      country: "国家",
    });
    expect(layout?.questions).toEqual([]);
  });

  test("an answer is matched whatever its case, spaces and brackets", () => {
    expect(findLayout(rows, "customers", { annual: " 年采購額 *" })?.columns.annual?.index).toBe(1);
  });

  test("none is an answer: the field is neither found nor asked", () => {
    const layout = findLayout(rows, "customers", { annual: null, buyer_volume: null, country: null });
    expect(found(layout)).toEqual({ name: "客户名称" });
    expect(asked(layout)).toEqual([["跟进日期", ["last_contact", "next_date"]]]);
  });

  test("an answer whose header is gone is looked for anew", () => {
    expect(findLayout(rows, "customers", { country: "Land" })?.columns.country?.header).toBe("国家");
  });

  test("an answer about the orders says nothing about a customer sheet", () => {
    expect(
      findLayout(
        [
          ["Summe", "Datum"],
          ["1", "2"],
        ],
        "customers",
        { "order.amount": "Summe" },
      ),
    ).toBeUndefined();
  });

  test("a column answers for one field only", () => {
    const layout = findLayout(rows, "customers", { annual: "年采购额", lifetime: "年采购额" });
    expect(layout?.columns.annual?.index).toBe(1);
    expect(layout?.columns.lifetime).toBeUndefined();
  });
});

describe("columns that Tierbook wrote", () => {
  test.each([["tierbook.value"], ["tierbook.followup"], ["Tierbook: 等级"], ["Tierbook：跟进状态"], ["TIERBOOK.due"]])(
    "%j is never taken for the team's",
    (header) => {
      const layout = findLayout(
        [
          ["客户名称", "国家", header],
          ["Acme", "德国", "A"],
        ],
        "customers",
      );
      expect(found(layout)).toEqual({ name: "客户名称", country: "国家" });
      expect(layout?.unused).toEqual([]);
    },
  );

  test("those known by their metadata are passed over", () => {
    const rows: Rows = [
      ["客户名称", "国家", "跟进状态"],
      ["Acme", "德国", "正常"],
    ];
    expect(findLayout(rows, "customers")?.columns.stage?.index).toBe(2);
    expect(findLayout(rows, "customers", {}, new Set([2]))?.columns.stage).toBeUndefined();
  });
});

describe("what kind of sheet it is", () => {
  test.each([
    ["customers", ["客户名称", "国家", "联系人", "邮箱", "客户阶段", "负责人"]],
    ["customers", ["Company", "Country", "Owner", "Last Contact", "Annual Purchase Amount"]],
    ["customers", ["customer_id", "company", "contact", "title", "address", "city", "region", "country", "phone"]],
    ["customers", ["客戶編號", "客戶名稱", "國家", "聯絡人", "電話"]],
    ["customers", ["客户", "国家", "业务员", "最近联系", "年采购额/万"]],
    ["orders", ["order_id", "customer_id", "company", "country", "order_date", "amount", "freight"]],
    ["orders", ["order_id", "customer_id", "country", "order_date", "amount", "lines", "is_cancel"]],
    ["orders", ["PI号", "客户", "下单日期", "品名", "数量", "单价", "金额", "币种", "状态"]],
    [
      "orders",
      ["ORDERNUMBER", "QUANTITYORDERED", "PRICEEACH", "SALES", "ORDERDATE", "STATUS", "CUSTOMERNAME", "COUNTRY"],
    ],
    ["orders", ["日期", "客户名称", "金额(USD)", "业务员"]],
    ["contacts", ["日期", "客户名称", "跟进方式", "跟进内容", "跟进人"]],
    ["contacts", ["Date", "Customer", "Direction", "Channel", "Notes", "Next date"]],
    ["contacts", ["date", "customer", "direction", "channel", "note", "bulk"]],
    ["contacts", ["日期", "客户", "联系方式", "内容"]],
    ["contacts", ["跟进日期", "客户名称", "联系方式", "沟通内容", "跟进人"]],
    ["customers", ["客户", "联系人", "联系方式", "国家"]],
    ["customers", ["客户名称", "建档日期", "联系方式", "备注"]],
    [undefined, ["日期", "客户名称", "联系方式", "备注"]],
    ["customers", ["客户名称", "国家", "负责人", "展会日期", "投诉日期", "备注"]],
    [undefined, ["产品名称", "型号", "规格", "单价", "库存"]],
    [undefined, ["SKU", "Product Name", "Unit Cost", "Stock"]],
    [undefined, ["供应商名称", "供应商编号", "联系人", "电话"]],
    [undefined, ["客户名称", "寄样日期", "快递单号", "样品费"]],
    [undefined, ["tierbook.value", "tierbook.due"]],
    [undefined, ["规则", "数值", "说明"]],
  ])("it is %s where the headers are %j", (table, header) => {
    expect(guessTable([["2025"], header, header.map((_, i) => `cell ${i}`)])).toBe(table);
  });
});

describe("every field", () => {
  test.each(knownFields().map((field) => [field.id, field] as const))(
    "%s is found by its own label in both languages",
    (id, field) => {
      for (const label of Object.values(field.label)) {
        const layout = findLayout([[label], ["x"]], field.table);
        expect(layout?.columns[id]?.header).toBe(label);
      }
    },
  );

  test("no header means two fields of one table without being asked about", () => {
    const meanings = new Map<string, Set<FieldId>>();
    for (const { id, table, synonyms, weaker } of knownFields()) {
      for (const header of [...synonyms, ...weaker]) {
        const key = `${table}:${foldHeader(header)}`;
        meanings.set(key, (meanings.get(key) ?? new Set()).add(id));
      }
    }
    expect([...meanings].filter(([, ids]) => ids.size > 1).map(([key, ids]) => [key, [...ids]])).toEqual([]);
  });
});

describe("whatever stands in the first rows", () => {
  const word = fc.constantFrom(
    "客户名称",
    "国家",
    "金额",
    "Owner",
    "年采购额/万",
    "客户",
    "状态",
    "",
    "Acme",
    "x",
    "国家",
  );
  const cell = fc.oneof(
    word,
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.record({ day: fc.integer({ min: 1, max: 60000 }) }),
  );

  test("no sheet is refused, and no column stands for two things", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        guessTable(rows);
        for (const table of ["customers", "orders", "contacts"] as const) {
          const layout = findLayout(rows, table);
          if (!layout) continue;
          const indices = [
            ...Object.values(layout.columns).map((column) => column.index),
            ...layout.questions.map(({ column }) => column.index),
            ...layout.unused.map((column) => column.index),
          ];
          expect(new Set(indices).size).toBe(indices.length);
          expect(layout.headerRow).toBeLessThan(10);
          for (const { options } of layout.questions) expect(options.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
