import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distinctiveWords, foldCompany, proposeSame } from "../../../src/core/cells/company";

describe("a company name", () => {
  test.each([
    ["BLOQUES SAN MIGUEL SRL", "bloques san miguel srl", "bloques san miguel"],
    ["BLOQUES SAN MIGUEL S R L", "bloques san miguel srl", "bloques san miguel"],
    ["Bloques San Miguel, S.R.L.", "bloques san miguel srl", "bloques san miguel"],
    ["FD SALES COMPANY LLC", "fd sales co llc", "fd sales"],
    ["FD SALES CO LLC", "fd sales co llc", "fd sales"],
    ["SLABS AFRICA (PRIVATE) LIMITED", "slabs africa pvt ltd", "slabs africa"],
    ["Slabs Africa Pvt. Ltd.", "slabs africa pvt ltd", "slabs africa"],
    ["Acme Pvt Ltd&#10;Ring Rd 2, Delhi", "acme pvt ltd", "acme"],
    ["Acme Ltd\nRing Rd 2", "acme ltd", "acme"],
    ["\r\nAcme Ltd", "acme ltd", "acme"],
    ["Smith &amp; Sons Ltd", "smith and sons ltd", "smith and sons"],
    ["Smith & Sons Limited", "smith and sons ltd", "smith and sons"],
    ["O&apos;Neil Inc.", "oneil inc", "oneil"],
    ["ООО «Ромашка»", "ooo ромашка", "ромашка"],
    ["OOO AQUA MIR", "ooo aqua mir", "aqua mir"],
    ["ООО AQUA MIR", "ooo aqua mir", "aqua mir"],
    ["LLC AQUA MIR", "llc aqua mir", "aqua mir"],
    ["A FLOOR GMBH", "a floor gmbh", "a floor"],
    ["Müller & Söhne GmbH & Co. KG", "müller and söhne gmbh and co kg", "müller and söhne"],
    ["Grupo Azul S.A. de C.V.", "grupo azul sa de cv", "grupo azul"],
    ["Grupo Azul, S. de R.L. de C.V.", "grupo azul s de rl de cv", "grupo azul"],
    ["Kowalski Sp. z o.o.", "kowalski sp z oo", "kowalski"],
    ["PT Maju Jaya Tbk", "pt maju jaya tbk", "maju jaya"],
    ["M/s. Shree Traders", "ms shree traders", "shree traders"],
    ["Shenzhen ABC Co., Ltd.", "shenzhen abc co ltd", "shenzhen abc"],
    ["ＡＢＣ　Ｃｏ．，Ｌｔｄ", "abc co ltd", "abc"],
    ["深圳市蓝天科技有限公司", "深圳市蓝天科技有限公司", "深圳市蓝天科技"],
    ["蓝天 集团", "蓝天集团", "蓝天"],
    ["蓝天集团有限公司", "蓝天集团有限公司", "蓝天"],
    ["株式会社山田", "株式会社山田", "山田"],
    ["㈱山田", "株式会社山田", "山田"],
    ["山田(株)", "山田株式会社", "山田"],
    ["HOPE", "hope", "hope"],
    ["SA International Trading", "sa international trading", "sa international trading"],
    ["Co. Ltd.", "co ltd", ""],
    ["有限公司", "有限公司", ""],
    ["", "", ""],
  ])("%j is folded to %j and %j", (name, full, stem) => {
    expect(foldCompany(name)).toEqual({ full, stem, placeholder: false, total: false });
  });

  test("two firms that differ in their form stay two full names", () => {
    const [llc, jsc] = [foldCompany("AGH INDUSTRIAL LLC"), foldCompany("AGH INDUSTRIAL JSC")];
    expect(llc.full).not.toBe(jsc.full);
    expect(llc.stem).toBe(jsc.stem);
  });

  test.each([
    ["TO THE ORDER OF"],
    ["TO THE ORDER OF BANK OF X"],
    ["To Order"],
    ["TBD"],
    ["待定"],
    ["unknown"],
    ["Test"],
    ["test 3"],
    ["测试客户"],
    ["N/A"],
    ["-"],
    ["null"],
    ["无"],
    ["Cash customer"],
  ])("%j is a placeholder", (name) => {
    expect(foldCompany(name)).toMatchObject({ placeholder: true, total: false });
  });

  test.each([["Testa Rossa"], ["Order Point Ltd"], ["Unknown Pleasures Ltd"], ["To Orderly GmbH"], ["无锡贸易"], [""]])(
    "%j is none",
    (name) => {
      expect(foldCompany(name).placeholder).toBe(false);
    },
  );

  test.each([
    ["合计"],
    ["合 计"],
    ["合计："],
    ["總計"],
    ["小计"],
    ["2024年合计"],
    ["总计(USD)"],
    ["Total"],
    ["TOTAL:"],
    ["Grand Total"],
    ["Subtotal"],
    ["Sub-total"],
    ["Total USD"],
    ["Sum"],
  ])("%j is a total row", (name) => {
    expect(foldCompany(name)).toMatchObject({ total: true, placeholder: false });
  });

  test.each([["Total SA"], ["Totally Foods"], ["Sum Yung Ltd"], ["合计划公司"], ["Grand Total Foods"]])(
    "%j is a customer",
    (name) => {
      expect(foldCompany(name).total).toBe(false);
    },
  );

  test.each([["@x"], ["@SUM(1)"], ["@unknown"], ["=SUM(1)"], ["+x"]])(
    "%s is a name: a handle is neither a placeholder nor a total",
    (name) => {
      const { full, placeholder, total } = foldCompany(name);
      expect([full !== "", placeholder, total]).toEqual([true, false, false]);
    },
  );
  test.each([["x"], ["@"], ["= unknown"]])("%s is a placeholder still, or nothing", (name) => {
    const { full, placeholder } = foldCompany(name);
    expect(placeholder || full === "").toBe(true);
  });
});

describe("two names that may be one firm", () => {
  test.each([
    ["LLC RAJASTAN STONE", "ООО RAJASTAN", true],
    ["Alfreds Futterkiste", "Alfreds Futterkist GmbH", true],
    ["深圳市蓝天科技有限公司", "蓝天电子", true],
    ["AGH INDUSTRIAL LLC", "AGH INDUSTRIAL JSC", true],
    ["AGH INDUSTRIAL LLC", "BGH INDUSTRIAL LLC", false],
    ["Alpha Trading Co Ltd", "Beta Trading Co Ltd", false],
    ["Global Import Export", "Global Import Export", false],
    ["深圳市大海贸易有限公司", "深圳市高山贸易有限公司", false],
    ["TO THE ORDER OF RAJASTAN", "RAJASTAN", false],
    ["", "", false],
  ])("%j and %j: %s", (a, b, same) => {
    expect(proposeSame(a, b)).toBe(same);
    expect(proposeSame(b, a)).toBe(same);
  });

  test("the distinctive words leave out the trade's common ones", () => {
    expect(distinctiveWords("Rajastan Stone Trading International LLC")).toEqual(["rajastan", "stone"]);
  });
});

describe("whatever stands in a name cell", () => {
  const scrap = fc.constantFrom(
    ..."Acme|Ltd|&|&amp;|&#10;|&#x1F600;|&#9999999;|\n|<br>|ООО|S.|A.|(|)|株式会社|有限公司|de|C.V.|合计|z|o|ß|İ|'|🙂".split(
      "|",
    ),
  );
  const name = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(scrap).map((parts) => parts.join(" ")),
  );

  test("folding never throws, and the stem is part of the full name", () => {
    fc.assert(
      fc.property(name, (typed) => {
        const { full, stem } = foldCompany(typed);
        expect(full).toContain(stem);
      }),
    );
  });

  test("folding does not depend on case, outer spaces or a full stop at the end", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Acme", "Ltd", "S.A.", "Blue", "&", "Co.", "Søn"), { minLength: 1 }),
        (parts) => {
          const typed = parts.join(" ");
          expect(foldCompany(`  ${typed.toUpperCase()}. `)).toEqual(foldCompany(typed));
        },
      ),
    );
  });
});
