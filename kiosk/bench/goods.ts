/** Goods of a supermarket, as the bench shows them. @module */
import type { CategoryView, ProductView } from "../../shared/goods/endpoints.ts";

const category = (id: string, nameZh: string, nameEn: string): CategoryView => ({
  id: `cat_${id}`,
  parentId: null,
  code: id,
  nameZh,
  nameEn,
});

export const categories: CategoryView[] = [
  category("fruit", "新鲜水果", "Fruit"),
  category("vegetable", "时令蔬菜", "Vegetables"),
  category("meat", "肉禽蛋", "Meat and eggs"),
  category("grain", "米面粮油", "Rice, flour, oil"),
  category("dairy", "乳品冷饮", "Dairy"),
  category("snack", "休闲零食", "Snacks"),
  category("home", "日用家清", "Household"),
  category("tobacco", "烟酒", "Tobacco and spirits"),
];

const product = (
  sku: string,
  categoryId: string,
  nameZh: string,
  nameEn: string,
  priceFen: number,
  unitName = "件",
  weighed = false,
): ProductView => ({
  id: `prd_${sku}`,
  categoryId: `cat_${categoryId}`,
  sku,
  barcode: `690${sku.padStart(10, "0")}`,
  nameZh,
  nameEn,
  priceFen,
  unitName,
  weighed,
  kind: "goods",
});

export const products: ProductView[] = [
  product("1001", "fruit", "烟台红富士苹果", "Yantai Fuji apples", 1_298, "千克", true),
  product("1002", "fruit", "海南香蕉", "Hainan bananas", 698, "千克", true),
  product("1003", "fruit", "赣南脐橙 5 斤装", "Gannan oranges, 2.5 kg", 3_990, "箱"),
  product("2001", "vegetable", "上海青", "Bok choy", 598, "千克", true),
  product("2002", "vegetable", "普罗旺斯西红柿", "Provence tomatoes", 1_380, "千克", true),
  product("3001", "meat", "散养土鸡蛋 30 枚", "Free-range eggs, 30", 4_580, "盒"),
  product("3002", "meat", "黑猪五花肉", "Black pork belly", 6_800, "千克", true),
  product("4001", "grain", "五常稻花香大米 5 千克", "Wuchang rice, 5 kg", 7_990, "袋"),
  product("4002", "grain", "非转基因压榨花生油 5 升", "Pressed peanut oil, 5 l", 12_990, "桶"),
  product("4003", "grain", "高筋小麦粉 2.5 千克", "Strong wheat flour, 2.5 kg", 1_890, "袋"),
  product("5001", "dairy", "巴氏鲜牛奶 950 毫升", "Fresh milk, 950 ml", 1_690, "瓶"),
  product("5002", "dairy", "原味酸奶 8 连杯", "Plain yoghurt, 8 cups", 1_980, "组"),
  product("6001", "snack", "每日坚果 30 包礼盒", "Daily nuts, box of 30", 9_900, "盒"),
  product("6002", "snack", "黄金蛋酥沙琪玛", "Egg sachima", 1_590, "袋"),
  product("7001", "home", "抽纸 3 层 120 抽 20 包", "Tissues, 20 packs", 4_990, "提"),
  product("7002", "home", "浓缩洗衣液 3 千克", "Laundry liquid, 3 kg", 3_990, "瓶"),
  product("8001", "tobacco", "绍兴花雕酒十年陈 500 毫升", "Shaoxing wine, ten years", 8_800, "瓶"),
];
