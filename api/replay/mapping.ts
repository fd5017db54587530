/** Which columns of a folder of CSV files mean what. @module */
export type Mapping = {
  brand: { zh: string; en: string };
  /** Minutes the data's clock is ahead of UTC. */
  offsetMinutes: number;
  sales: {
    file: string;
    sale: string;
    at: string;
    store: string;
    member: string;
    product: string;
    quantity: string;
    amount: string;
  };
  products: { file: string; product: string; name: string[]; levels: string[] };
};

export const mappings: Record<string, Mapping> = {
  "grocery-2017h1": {
    brand: { zh: "杂货连锁 2017", en: "Grocery chain 2017" },
    offsetMinutes: 480,
    sales: {
      file: "sale_lines.csv.gz",
      sale: "basket_id",
      at: "transaction_timestamp",
      store: "store_id",
      member: "household_id",
      product: "product_id",
      quantity: "quantity",
      amount: "sales_value",
    },
    products: {
      file: "products.csv.gz",
      product: "product_id",
      name: ["product_type", "package_size"],
      levels: ["department", "product_category", "product_type"],
    },
  },
};
