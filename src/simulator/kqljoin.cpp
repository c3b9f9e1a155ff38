// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqljoin.h"

#include "kqlconversions.h"
#include "kqlexpressionwriter.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct JoinForm {
    QLatin1StringView word;
    QLatin1StringView sql;
    bool leftMayLack; // rows of the right side without partner come as well
    bool rightMayLack;
};

constexpr std::array joinForms {
    JoinForm {"innerunique"_L1, "JOIN"_L1, false, false},    JoinForm {"inner"_L1, "JOIN"_L1, false, false},
    JoinForm {"leftouter"_L1, "LEFT JOIN"_L1, false, true},  JoinForm {"rightouter"_L1, "RIGHT JOIN"_L1, true, false},
    JoinForm {"fullouter"_L1, "FULL JOIN"_L1, true, true},   JoinForm {"leftsemi"_L1, "IN"_L1, false, false},
    JoinForm {"leftanti"_L1, "NOT IN"_L1, false, false},     JoinForm {"anti"_L1, "NOT IN"_L1, false, false},
    JoinForm {"leftantisemi"_L1, "NOT IN"_L1, false, false}};

struct Keys {
    QStringList left;
    QStringList right;
    bool leftKeyed = false; // its table can find the rows of one value
    bool rightKeyed = false;
};

Keys keysOf(KqlTranslation &translation, const SqlRelation &left, const SqlRelation &right, const KqlOperator &step)
{
    Keys keys;
    for (const KqlJoinKey &key : step.joinKeys) {
        const SqlColumn *ofLeft = left.find(key.left);
        const SqlColumn *ofRight = right.find(key.right);
        if (ofLeft == nullptr || ofRight == nullptr) {
            translation.fail(u"Failed to resolve column or scalar expression named '%1'."_s.arg(ofLeft == nullptr ? key.left : key.right));
            return keys;
        }
        if (!areComparable(ofLeft->expression.type, ofRight->expression.type)) {
            translation.fail(u"Cannot join on columns of types %1 and %2. Try adding explicit casts."_s.arg(
                kqlTypeWord(ofLeft->expression.type), kqlTypeWord(ofRight->expression.type)));
        }
        keys.left.append(ofLeft->id);
        keys.right.append(ofRight->id);
        keys.leftKeyed = keys.leftKeyed || ofLeft->expression.keyed;
        keys.rightKeyed = keys.rightKeyed || ofRight->expression.keyed;
    }
    return keys;
}

SqlColumn ofSide(const SqlColumn &column, QLatin1StringView side, bool mayLack)
{
    SqlColumn result = column;
    result.expression.sql = side + u'.' + column.id;
    result.expression.weight = column.expression.weight;
    if (mayLack) {
        const bool text = column.expression.type == KqlType::Text;
        result.expression.sql = text ? u"coalesce(%1, '')"_s.arg(result.expression.sql) : result.expression.sql;
        result.expression.nullable = !text;
        result.expression.keyed = false;
    }
    return result;
}

QString freeName(const std::vector<SqlColumn> &columns, const QString &name)
{
    QString free = name;
    const auto taken = [&columns, &free] {
        return std::any_of(columns.begin(), columns.end(), [&free](const SqlColumn &c) { return c.name == free; });
    };
    for (int number = 1; taken(); ++number) {
        free = name + QString::number(number);
    }
    return free;
}

// The default kind keeps one row of the left side for each key.
SqlRelation uniqueOf(KqlTranslation &translation, const SqlRelation &left, const QStringList &keys)
{
    const QString numbered = translation.addStep(
        u"SELECT *, row_number() OVER (PARTITION BY %1) AS u FROM %2"_s.arg(keys.join(u", "_s), left.from));
    return translation.select(left.columns, u" FROM %1 WHERE u = 1"_s.arg(numbered));
}

// For a right side without a quick way to its rows, which would be computed anew for each row of the left one.
SqlRelation keptOnce(KqlTranslation &translation, const SqlRelation &side)
{
    SqlRelation kept = side;
    kept.order.clear();
    QStringList ids;
    for (const SqlColumn &column : side.columns) {
        ids.append(column.id);
    }
    kept.from = translation.addStep(u"SELECT %1 FROM %2"_s.arg(ids.join(u", "_s), side.from), StepUse::Kept);
    return kept;
}

SqlExpression emptyOf(KqlType type)
{
    const bool text = type == KqlType::Text;
    return {.type = type, .sql = text ? u"''"_s : u"NULL"_s, .nullable = !text};
}

// SQLite does not look rows of a virtual table up by key for a LEFT JOIN with something computed from it, but does so for
// an inner one and for EXISTS: those with a partner, and then those without.
SqlRelation leftJoinByKey(KqlTranslation &translation, const SqlRelation &input, const SqlRelation &right, std::vector<SqlColumn> columns,
                          const QString &condition)
{
    const SqlRelation left = keptOnce(translation, input);
    const QString with = u" FROM %1 AS l JOIN %2 AS r ON %3 UNION ALL SELECT "_s.arg(left.from, right.from, condition);
    QStringList items;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool ofLeft = i < left.columns.size();
        items.append((ofLeft ? QString(u"l."_s + left.columns[i].id) : emptyOf(columns[i].expression.type).sql) + u" AS c%1"_s.arg(i));
    }
    return translation.select(std::move(columns),
                              with + items.join(u", "_s)
                                  + u" FROM %1 AS l WHERE NOT EXISTS (SELECT 1 FROM %2 AS r WHERE %3)"_s.arg(left.from, right.from, condition));
}

struct Sides {
    SqlRelation left;
    SqlRelation right;
};

struct JoinCondition {
    Keys keys;
    QString sql;
};

// SQLite makes no index for its own: the rows of the left side with their partners, and the right ones that have none.
SqlRelation fullJoin(KqlTranslation &translation, const Sides &sides, std::vector<SqlColumn> columns, const JoinCondition &condition)
{
    const std::size_t lefts = sides.left.columns.size();
    QStringList items;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        items.append((i < lefts ? emptyOf(columns[i].expression.type).sql : sides.right.columns[i - lefts].id) + u" AS c%1"_s.arg(i));
    }
    const QString alone = u" FROM %1 WHERE (%2) IN (SELECT %3 FROM %4) IS NOT TRUE"_s.arg(
        sides.right.from, condition.keys.right.join(u", "_s), condition.keys.left.join(u", "_s), sides.left.from);
    return translation.select(std::move(columns),
                              u" FROM %1 AS l LEFT JOIN %2 AS r ON %3 UNION ALL SELECT "_s.arg(sides.left.from, sides.right.from, condition.sql)
                                  + items.join(u", "_s) + alone);
}

// The columns of all branches by name and type; the same name with another type gets the type behind it.
std::vector<SqlColumn> unitedColumns(const std::vector<KqlBranch> &branches)
{
    std::vector<SqlColumn> united;
    for (const KqlBranch &branch : branches) {
        for (const SqlColumn &column : branch.relation.columns) {
            const auto same = std::find_if(united.begin(), united.end(), [&column](const SqlColumn &c) {
                return c.name == column.name && c.expression.type == column.expression.type;
            });
            if (same == united.end()) {
                united.push_back({column.name, {}, {.type = column.expression.type, .nullable = column.expression.type != KqlType::Text}});
            }
        }
    }
    return united;
}

void nameApart(std::vector<SqlColumn> &columns)
{
    QStringList names;
    for (const SqlColumn &column : columns) {
        names.append(column.name);
    }
    for (SqlColumn &column : columns) {
        if (names.count(column.name) > 1) {
            column.name += u'_' + kqlTypeWord(column.expression.type);
        }
    }
}

} // namespace

SqlRelation writeJoin(KqlTranslation &translation, const SqlRelation &left, const SqlRelation &right, const KqlOperator &step)
{
    const auto *form = std::find_if(joinForms.begin(), joinForms.end(), [&step](const JoinForm &f) { return step.form == f.word; });
    if (form == joinForms.end()) {
        translation.fail(u"The join kind '%1' is not known."_s.arg(step.form));
        return {};
    }
    const Keys keys = keysOf(translation, left, right, step);
    if (translation.failed()) {
        return {};
    }
    if (form->sql == "IN"_L1 || form->sql == "NOT IN"_L1) {
        return translation.select(left.columns,
                                  u" FROM %1 WHERE (%2) IN (SELECT %3 FROM %4) IS %5"_s.arg(left.from, keys.left.join(u", "_s), keys.right.join(u", "_s), right.from,
                                                                                     form->sql == "IN"_L1 ? u"TRUE"_s : u"NOT TRUE"_s),
                                  left.order);
    }
    const SqlRelation first = form->word == "innerunique"_L1 ? uniqueOf(translation, left, keys.left) : left;
    const Keys firstKeys = keysOf(translation, first, right, step);
    // which rows of the right side have had a partner, SQLite remembers by their number, and tables have none that lasts
    const SqlRelation second = keys.rightKeyed && !form->leftMayLack ? right : keptOnce(translation, right);
    std::vector<SqlColumn> columns;
    for (const SqlColumn &column : first.columns) {
        columns.push_back(ofSide(column, "l"_L1, form->leftMayLack));
    }
    for (const SqlColumn &column : second.columns) {
        SqlColumn added = ofSide(column, "r"_L1, form->rightMayLack);
        added.name = freeName(columns, column.name);
        columns.push_back(std::move(added));
    }
    QStringList conditions;
    for (qsizetype i = 0; i < firstKeys.left.size(); ++i) {
        conditions.append(u"l.%1 = r.%2"_s.arg(firstKeys.left.at(i), firstKeys.right.at(i)));
    }
    const QString condition = conditions.join(u" AND "_s);
    if (form->sql == "LEFT JOIN"_L1 && keys.rightKeyed) {
        return leftJoinByKey(translation, first, second, std::move(columns), condition);
    }
    if (form->sql == "RIGHT JOIN"_L1) { // for which SQLite makes no index
        return translation.select(std::move(columns),
                                  u" FROM %1 AS r LEFT JOIN %2 AS l ON %3"_s.arg(second.from, keptOnce(translation, first).from, condition));
    }
    if (form->sql == "FULL JOIN"_L1) {
        return fullJoin(translation, {keptOnce(translation, first), second}, std::move(columns), {firstKeys, condition});
    }
    // CROSS tells SQLite to read the left side once and to make an index of the right one; it may err about their sizes
    const bool free = keys.rightKeyed || firstKeys.leftKeyed || form->sql != "JOIN"_L1;
    const QString word = free ? QString(form->sql) : u"CROSS JOIN"_s;
    return translation.select(std::move(columns), u" FROM %1 AS l %2 %3 AS r ON %4"_s.arg(first.from, word, second.from, condition));
}

SqlRelation writeUnion(KqlTranslation &translation, const std::vector<KqlBranch> &branches, const QString &sourceColumn)
{
    std::vector<SqlColumn> columns = unitedColumns(branches);
    QStringList selects;
    for (const KqlBranch &branch : branches) {
        QStringList items;
        if (!sourceColumn.isEmpty()) {
            items.append(translation.bindText(branch.name) + u" AS c0"_s);
        }
        for (const SqlColumn &column : columns) {
            const auto &own = branch.relation.columns;
            const auto found = std::find_if(own.begin(), own.end(), [&column](const SqlColumn &c) {
                return c.name == column.name && c.expression.type == column.expression.type;
            });
            items.append((found == own.end() ? emptyOf(column.expression.type).sql : found->id) + u" AS c%1"_s.arg(items.size()));
        }
        selects.append(u"SELECT "_s + items.join(u", "_s) + u" FROM "_s + branch.relation.from);
    }
    nameApart(columns);
    if (!sourceColumn.isEmpty()) {
        columns.insert(columns.begin(), {sourceColumn, {}, {}});
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].id = u"c%1"_s.arg(i);
        columns[i].expression.sql = columns[i].id;
    }
    return {translation.addStep(selects.join(u" UNION ALL "_s)), std::move(columns), {}};
}

SqlRelation writeExpand(KqlTranslation &translation, const SqlRelation &input, const KqlOperator &step)
{
    constexpr std::array types {std::pair("string"_L1, KqlType::Text), std::pair("int"_L1, KqlType::Integer),
                                std::pair("long"_L1, KqlType::Long),   std::pair("real"_L1, KqlType::Real),
                                std::pair("bool"_L1, KqlType::Boolean), std::pair("datetime"_L1, KqlType::Time)};
    const KqlNamed &named = step.columns.front();
    const SqlExpression list = KqlExpressionWriter(translation, input).write(named.expression);
    int unnamed = 0;
    const QString name = KqlExpressionWriter::nameOf(named, unnamed);
    if (list.type != KqlType::Dynamic) {
        translation.fail(u"The expression '%1' has type %2 but is expected to be dynamic."_s.arg(name, kqlTypeWord(list.type)));
        return {};
    }
    SqlExpression element {.type = KqlType::Dynamic, .sql = u"kql_element(e.type, e.value)"_s, .nullable = true};
    const auto *type = std::find_if(types.begin(), types.end(), [&step](const auto &entry) { return step.form == entry.first; });
    if (type != types.end()) {
        element = asType(element, type->second);
    }
    std::vector<SqlColumn> columns;
    bool replaced = false;
    for (const SqlColumn &column : input.columns) {
        SqlColumn kept = ofSide(column, "l"_L1, false);
        if (column.name == name) {
            kept.expression = element;
            replaced = true;
        }
        columns.push_back(std::move(kept));
    }
    if (!replaced) {
        columns.push_back({name, {}, element});
    }
    return translation.select(std::move(columns), u" FROM %1 AS l, json_each(coalesce(%2, 'null')) AS e"_s.arg(input.from, list.sql), input.order);
}

} // namespace simulator
