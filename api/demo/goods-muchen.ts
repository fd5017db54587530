/** Muchen Bakery's counter. @module */
import { type CategoryData, type ProductData, productsOf } from "./goods.ts";

export const muchenCategories: readonly CategoryData[] = [
  ["bakery", null, "烘焙", "Bakery"],
  ["bread", "bakery", "面包", "Bread"],
  ["toast", "bread", "吐司", "Loaves"],
  ["soft-bread", "bread", "软欧与餐包", "Soft bread and rolls"],
  ["viennoiserie", "bread", "起酥", "Pastry"],
  ["cakes", "bakery", "蛋糕甜点", "Cakes"],
  ["slices", "cakes", "切件蛋糕", "Cake by the slice"],
  ["birthday", "cakes", "生日蛋糕", "Birthday cakes"],
  ["chinese", "bakery", "中式点心", "Chinese pastry"],
  ["bar", null, "饮品", "Drinks"],
  ["coffee", "bar", "咖啡", "Coffee"],
  ["tea", "bar", "茶饮", "Tea"],
  ["vouchers", null, "提货券", "Vouchers"],
];

const products: readonly ProductData[] = [
  ["toast", "北海道牛奶吐司", "Milk loaf", 1_680, "条", 7],
  ["toast", "全麦核桃吐司", "Wholemeal walnut loaf", 1_980, "条", 4],
  ["soft-bread", "海盐黄油卷", "Salted butter roll", 680, "个", 10],
  ["soft-bread", "芋泥肉松软欧", "Taro and floss bread", 1_580, "个", 6],
  ["soft-bread", "红豆餐包 四只", "Red bean rolls, four", 1_280, "袋", 5],
  ["viennoiserie", "原味可颂", "Croissant", 980, "个", 8],
  ["viennoiserie", "杏仁可颂", "Almond croissant", 1_480, "个", 4],
  ["viennoiserie", "葡式蛋挞 四只", "Egg tarts, four", 2_400, "盒", 7],
  ["slices", "芒果千层", "Mango mille crêpe", 2_880, "块", 5],
  ["slices", "提拉米苏", "Tiramisu", 2_680, "块", 4],
  ["slices", "巴斯克芝士蛋糕", "Basque cheesecake", 2_580, "块", 5],
  ["birthday", "草莓奶油蛋糕 6寸", "Strawberry cream cake 6″", 19_800, "个", 1],
  ["birthday", "黑森林蛋糕 8寸", "Black forest cake 8″", 26_800, "个", 0.6],
  ["chinese", "绿豆糕 八枚", "Mung bean cakes, eight", 2_280, "盒", 3],
  ["chinese", "蛋黄酥 六枚", "Egg yolk pastries, six", 3_980, "盒", 3],
  ["chinese", "桃酥 250克", "Walnut cookies 250 g", 1_880, "袋", 3],
  ["coffee", "美式咖啡", "Americano", 1_600, "杯", 7],
  ["coffee", "拿铁", "Latte", 2_200, "杯", 9],
  ["coffee", "燕麦拿铁", "Oat latte", 2_600, "杯", 5],
  ["tea", "茉莉轻乳茶", "Jasmine milk tea", 1_800, "杯", 6],
  ["tea", "桂花乌龙", "Osmanthus oolong", 1_500, "杯", 4],
  ["vouchers", "沐晨提货券 100 元", "Voucher 100 yuan", 10_000, "张", 0.3],
];

export const muchenProducts = productsOf("muchen", "M", products);
