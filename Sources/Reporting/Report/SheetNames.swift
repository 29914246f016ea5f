// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

/// What sheets are called.
enum SheetNames {
    static let summary = LocalizedText(zh: "摘要", en: "Summary")
    static let composition = LocalizedText(zh: "土地构成", en: "Composition")
    static let targets = LocalizedText(zh: "目标对照", en: "Against targets")
    static let definitions = LocalizedText(zh: "定义", en: "Definitions")
    static let tables = [
        "indicators": LocalizedText(zh: "指标", en: "Indicators"),
        "areas": LocalizedText(zh: "面积", en: "Areas"),
        "desert_states": LocalizedText(zh: "沙地状态", en: "Deserts"),
        "variants": LocalizedText(zh: "其他口径", en: "Variants"),
        "transitions": LocalizedText(zh: "转移", en: "Transitions"),
        "change": LocalizedText(zh: "增减", en: "Gains and losses"),
        "trend": LocalizedText(zh: "趋势", en: "Trend"),
        "wetland_holding": LocalizedText(zh: "湿地保有", en: "Wetland held"),
        "cover_classes": LocalizedText(zh: "盖度分级", en: "Cover classes"),
        "grassland_degradation": LocalizedText(zh: "草地退化", en: "Grassland loss"),
        "parcel_problems": LocalizedText(zh: "图斑问题", en: "Parcel problems"),
        "carbon": LocalizedText(zh: "碳", en: "Carbon"),
        "carbon_lines": LocalizedText(zh: "碳明细", en: "Carbon lines"),
        "carbon_coefficients": LocalizedText(zh: "碳系数", en: "Carbon coefficients"),
        "carbon_uncertainty": LocalizedText(zh: "碳不确定度来源", en: "Carbon uncertainty"),
        "carbon_literature": LocalizedText(zh: "碳与文献", en: "Carbon literature"),
        "desert_balance": LocalizedText(zh: "沙地增减", en: "Desert balance"),
        "sandy_land": LocalizedText(zh: "沙化土地", en: "Sandy land"),
        "grassland_types": LocalizedText(zh: "草原类型", en: "Grassland types"),
        "wetland_classes": LocalizedText(zh: "湿地类型", en: "Wetland classes"),
        "end_members": LocalizedText(zh: "端元", en: "End members"),
        "accuracy": LocalizedText(zh: "精度", en: "Accuracy"),
        "confusion": LocalizedText(zh: "混淆矩阵", en: "Confusion"),
        "accuracy_zones": LocalizedText(zh: "分区精度", en: "Accuracy by zone"),
    ]
}

/// What columns are called, by their names in the CSV files.
enum ColumnNames {
    static let all = [
        "year": LocalizedText(zh: "年份", en: "Year"),
        "baseline": LocalizedText(zh: "基准年", en: "Baseline"),
        "zone": LocalizedText(zh: "分区代码", en: "Zone"),
        "name": LocalizedText(zh: "分区", en: "Name"),
        "indicator": LocalizedText(zh: "指标", en: "Indicator"),
        "desert": LocalizedText(zh: "指标", en: "Indicator"),
        "variant": LocalizedText(zh: "口径", en: "Variant"),
        "value": LocalizedText(zh: "数值", en: "Value"),
        "unit": LocalizedText(zh: "单位", en: "Unit"),
        "numerator": LocalizedText(zh: "分子", en: "Numerator"),
        "denominator": LocalizedText(zh: "分母", en: "Denominator"),
        "lower": LocalizedText(zh: "下限", en: "Lower"),
        "upper": LocalizedText(zh: "上限", en: "Upper"),
        "target": LocalizedText(zh: "目标", en: "Target"),
        "verdict": LocalizedText(zh: "结论", en: "Verdict"),
        "status": LocalizedText(zh: "状态", en: "Status"),
        "reason": LocalizedText(zh: "说明", en: "Reason"),
        "class": LocalizedText(zh: "类代码", en: "Class"),
        "label": LocalizedText(zh: "类名", en: "Label"),
        "category": LocalizedText(zh: "类别", en: "Category"),
        "pixels": LocalizedText(zh: "像元", en: "Pixels"),
        "area_m2": LocalizedText(zh: "平方米", en: "Square metres"),
        "share": LocalizedText(zh: "占比", en: "Share"),
        "method": LocalizedText(zh: "方法", en: "Method"),
        "quantity": LocalizedText(zh: "量", en: "Quantity"),
        "pool": LocalizedText(zh: "碳库", en: "Pool"),
        "sd": LocalizedText(zh: "标准差", en: "Standard deviation"),
        "probability_sink": LocalizedText(zh: "为汇的概率", en: "P(sink)"),
        "tier": LocalizedText(zh: "层级", en: "Tier"),
        "set": LocalizedText(zh: "系数集", en: "Coefficients"),
        "before": LocalizedText(zh: "之前", en: "Before"),
        "before_label": LocalizedText(zh: "之前类名", en: "Before, label"),
        "after": LocalizedText(zh: "之后", en: "After"),
        "after_label": LocalizedText(zh: "之后类名", en: "After, label"),
        "from_year": LocalizedText(zh: "起年", en: "From"),
        "to_year": LocalizedText(zh: "止年", en: "To"),
        "degree": LocalizedText(zh: "程度", en: "Degree"),
        "before_m2": LocalizedText(zh: "之前（平方米）", en: "Before, m²"),
        "after_m2": LocalizedText(zh: "之后（平方米）", en: "After, m²"),
        "gain_m2": LocalizedText(zh: "增加（平方米）", en: "Gain, m²"),
        "loss_m2": LocalizedText(zh: "减少（平方米）", en: "Loss, m²"),
        "net_m2": LocalizedText(zh: "净变（平方米）", en: "Net, m²"),
        "swap_m2": LocalizedText(zh: "互换（平方米）", en: "Swap, m²"),
        "shift_swap_m2": LocalizedText(zh: "错位所致互换（平方米）", en: "Swap by shift alone, m²"),
        "net_lower_m2": LocalizedText(zh: "净变下限（平方米）", en: "Net, lower, m²"),
        "net_upper_m2": LocalizedText(zh: "净变上限（平方米）", en: "Net, upper, m²"),
        "baseline_year": LocalizedText(zh: "基准年", en: "Baseline"),
        "change_since_previous": LocalizedText(zh: "较上年", en: "Since previous"),
        "change_since_baseline": LocalizedText(zh: "较基准年", en: "Since baseline"),
        "observed_rate": LocalizedText(zh: "年变化", en: "Rate a year"),
        "needed_rate": LocalizedText(zh: "所需年变化", en: "Needed a year"),
        "target_year": LocalizedText(zh: "目标年", en: "Target year"),
        "projection": LocalizedText(zh: "外推", en: "Projection"),
        "early_warning": LocalizedText(zh: "预警", en: "Early warning"),
        "baseline_m2": LocalizedText(zh: "基准年（平方米）", en: "Baseline, m²"),
        "net_change_m2": LocalizedText(zh: "净变（平方米）", en: "Net change, m²"),
        "target_m2": LocalizedText(zh: "目标（平方米）", en: "Target, m²"),
        "held": LocalizedText(zh: "保有", en: "Held"),
        "target_origin": LocalizedText(zh: "目标来源", en: "Origin of target"),
    ]
}
