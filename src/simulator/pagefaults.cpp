// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/pagefaults.h"

#include "simulator/oddvalues.h"
#include "simulator/pagetext.h"
#include "simulator/stamp.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Megabyte = 1024 * 1024;

struct Order {
    const QJsonObject &json;

    [[nodiscard]] QString text(QLatin1StringView name, const QString &otherwise = {}) const
    {
        return json[name].toString(otherwise);
    }
    [[nodiscard]] qint64 number(QLatin1StringView name, qint64 otherwise) const
    {
        return json[name].toInteger(otherwise);
    }
    [[nodiscard]] int item() const { return static_cast<int>(number("item"_L1, -1)); }
    [[nodiscard]] QStringList path(const QString &otherwise) const
    {
        return text("member"_L1, otherwise).split(u'.');
    }
};

using Spoil = void (*)(PageText &page, const Order &order);

void changeMember(PageText &page, const Order &order, const QString &otherwise, const PageText::Change &change)
{
    page.eachItem([&](QJsonObject &item, int) { changeAt(item, order.path(otherwise), change); }, order.item());
}

// Every member but the id, unless the order names one.
void changeMembers(PageText &page, const Order &order, const PageText::Change &change)
{
    if (order.json.contains("member"_L1)) {
        changeMember(page, order, {}, change);
        return;
    }
    const auto changeAll = [&change](QJsonObject &item, int) {
        for (auto it = item.begin(); it != item.end(); ++it) {
            if (it.key() != u"id")
                *it = change(*it);
        }
    };
    page.eachItem(changeAll, order.item());
}

// What people or programs wrote for people to read, unless the order names a member.
void changeTexts(PageText &page, const Order &order, const PageText::Change &change)
{
    if (order.json.contains("member"_L1)) {
        changeMember(page, order, {}, change);
        return;
    }
    const auto changeAll = [&change](QJsonObject &object) {
        for (const QString &name : {u"displayName"_s, u"title"_s, u"description"_s, u"summary"_s, u"comment"_s,
                                    u"recommendedActions"_s, u"subject"_s}) {
            if (object[name].isString())
                object.insert(name, change(object[name]));
        }
    };
    page.eachItem([&](QJsonObject &item, int) { changeObjects(item, changeAll); }, order.item());
}

QJsonValue ofAnotherType(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return 7;
    case QJsonValue::Array: return QJsonObject {{u"0"_s, value}};
    case QJsonValue::Object: return QJsonArray {value};
    case QJsonValue::Bool: return u"yes"_s;
    default: return u"seven"_s;
    }
}

void wrongTypes(PageText &page, const Order &order)
{
    changeMembers(page, order, ofAnotherType);
}

void nullMembers(PageText &page, const Order &order)
{
    changeMembers(page, order, [](const QJsonValue &) { return QJsonValue(); });
}

void missingMembers(PageText &page, const Order &order)
{
    const QStringList path = order.path(u"id"_s);
    const auto remove = [&path](const QJsonValue &value) {
        QJsonObject object = value.toObject();
        object.remove(path.last());
        return value.isObject() ? QJsonValue(object) : value;
    };
    const auto change = [&](QJsonObject &item, int) {
        if (path.size() == 1) {
            item = remove(item).toObject();
            return;
        }
        changeAt(item, path.first(path.size() - 1), [&remove](const QJsonValue &value) {
            QJsonArray all;
            const QJsonArray array = value.toArray();
            for (const QJsonValue &element : array)
                all.append(remove(element));
            return value.isArray() ? QJsonValue(all) : remove(value);
        });
    };
    page.eachItem(change, order.item());
}

void missingArrays(PageText &page, const Order &order)
{
    const auto remove = [](QJsonObject &item, int) {
        const QStringList names = item.keys();
        for (const QString &name : names) {
            if (item[name].isArray())
                item.remove(name);
        }
    };
    page.eachItem(remove, order.item());
}

void emptyStrings(PageText &page, const Order &order)
{
    changeMembers(page, order,
                  [](const QJsonValue &value) { return value.isString() ? QJsonValue(QString(u""_s)) : value; });
}

void unknownEnumMember(PageText &page, const Order &order)
{
    const QString word = order.text("value"_L1, u"brandNewMember"_s);
    changeMember(page, order, u"severity"_s, [&word](const QJsonValue &) { return word; });
}

void letterCase(PageText &page, const Order &order)
{
    const QString form = order.text("form"_L1, u"capital"_s);
    changeMember(page, order, u"status"_s, [&form](const QJsonValue &value) -> QJsonValue {
        const QString word = value.toString();
        if (word.isEmpty())
            return value;
        return form == u"upper" ? word.toUpper()
            : form == u"lower"  ? word.toLower()
                                : QString(word.first(1).toUpper() + word.sliced(1));
    });
}

void unknownEvidenceType(PageText &page, const Order &order)
{
    const QString type = order.text("value"_L1, u"#microsoft.graph.security.quantumEvidence"_s);
    const auto change = [&type](QJsonObject &object) {
        if (object[u"@odata.type"].toString().endsWith(u"Evidence"))
            object.insert(u"@odata.type"_s, type);
    };
    page.eachItem([&](QJsonObject &item, int) { changeObjects(item, change); }, order.item());
}

void extraProperties(PageText &page, const Order &order)
{
    const auto add = [](QJsonObject &object) {
        object.insert(u"newInPreview"_s, QJsonObject {{u"a"_s, QJsonArray {1, u"two"_s, QJsonValue()}}});
        object.insert(u"status@OData.Community.Display"_s, u"shown"_s);
        object.insert(u"größe"_s, 1.5);
    };
    page.eachItem([&](QJsonObject &item, int) { changeObjects(item, add); }, order.item());
}

QByteArray jsonOf(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

void duplicateKeys(PageText &page, const Order &order)
{
    const QString name = order.text("member"_L1, u"severity"_s);
    const QJsonValue value = order.json.contains("value"_L1) ? order.json["value"_L1] : QJsonValue(u"informational"_s);
    const QByteArray again = jsonOf(name) + ':' + jsonOf(value);
    page.eachItem([&](QJsonObject &item, int) { page.addRaw(item, again); }, order.item());
}

// The second item says it is the first, or, over several pages, the first of each that it is the one named.
void duplicateId(PageText &page, const Order &order)
{
    QString id = order.text("id"_L1);
    const int which = id.isEmpty() ? 1 : 0;
    page.eachItem([&](QJsonObject &item, int index) {
        if (index == which)
            item.insert(u"id"_s, id);
        else if (index == 0)
            id = item[u"id"].toString();
    });
}

void oddIds(PageText &page, const Order &order)
{
    const auto change = [&order](QJsonObject &item, int) {
        item.insert(u"id"_s, oddId(order.text("form"_L1), item[u"id"].toString()));
    };
    page.eachItem(change, order.item());
}

void oddDates(PageText &page, const Order &order)
{
    changeMember(page, order, u"lastUpdateDateTime"_s,
                 [&order](const QJsonValue &) { return oddDate(order.text("form"_L1)); });
}

void oddNumbers(PageText &page, const Order &order)
{
    const QByteArray number = oddNumber(order.text("form"_L1));
    if (order.json.contains("member"_L1))
        changeMember(page, order, {}, [&](const QJsonValue &) { return page.raw(number); });
    else
        page.eachItem([&](QJsonObject &item, int) { page.addRaw(item, "\"priorityScore\":" + number); }, order.item());
}

void loneSurrogate(PageText &page, const Order &order)
{
    changeTexts(page, order, [&page](const QJsonValue &) { return page.raw(R"("half \ud83d of a pair")"); });
}

void nulCharacter(PageText &page, const Order &order)
{
    changeTexts(page, order, [&page](const QJsonValue &) { return page.raw(R"("before\u0000after")"); });
}

void replacementCharacters(PageText &page, const Order &order)
{
    changeTexts(page, order, [](const QJsonValue &value) {
        QString text = value.toString();
        for (qsizetype i = 0; i < text.size(); i += 3)
            text[i] = QChar::ReplacementCharacter;
        return QJsonValue(text);
    });
}

void htmlText(PageText &page, const Order &order)
{
    changeTexts(page, order, [](const QJsonValue &value) {
        return QJsonValue(u"<h1>%1</h1><img src=\"http://127.0.0.1:9/x.png\"><script>alert(1)</script>&amp;"_s.arg(
            value.toString()));
    });
}

void longText(PageText &page, const Order &order)
{
    const QString form = order.text("form"_L1, u"plain"_s);
    const QString piece = form == u"combining" ? u"\u0301"_s : form == u"lines" ? u"line\n"_s : u"long text "_s;
    const auto wanted = static_cast<qsizetype>(std::clamp<qint64>(order.number("characters"_L1, 50'000), 0, 64 * Megabyte));
    const QString text = QString(u"e"_s + piece.repeated(wanted / piece.size() + 1)).first(wanted);
    changeTexts(page, order, [&text](const QJsonValue &) { return text; });
}

void deepJson(PageText &page, const Order &order)
{
    const auto depth = static_cast<qsizetype>(std::clamp<qint64>(order.number("depth"_L1, 1100), 1, Megabyte));
    const QByteArray deep = "\"details\":" + QByteArray(depth, '[') + QByteArray(depth, ']');
    page.eachItem([&](QJsonObject &item, int) { page.addRaw(item, deep); }, order.item() < 0 ? 0 : order.item());
}

void hugeString(PageText &page, const Order &order)
{
    const qint64 size = std::clamp<qint64>(order.number("megabytes"_L1, 100), 0, 1024) * Megabyte;
    const QByteArray huge = "\"details\":\"" + QByteArray(static_cast<qsizetype>(size), 'x') + '"';
    page.eachItem([&](QJsonObject &item, int) { page.addRaw(item, huge); }, order.item() < 0 ? 0 : order.item());
}

void manyMembers(PageText &page, const Order &order)
{
    const qint64 count = std::clamp<qint64>(order.number("members"_L1, 1'000'000), 1, 10'000'000);
    QByteArray members;
    for (qint64 i = 0; i < count; ++i)
        members += "\"member" + QByteArray::number(i) + "\":0,";
    members.chop(1);
    page.eachItem([&](QJsonObject &item, int) { page.addRaw(item, members); }, order.item() < 0 ? 0 : order.item());
}

QJsonArray repeated(const QJsonArray &array, qint64 wanted)
{
    QJsonArray longer;
    for (qint64 i = 0; !array.isEmpty() && i < wanted; ++i) {
        QJsonValue element = array[static_cast<qsizetype>(i % array.size())];
        if (i >= array.size() && element[u"id"].isString()) {
            QJsonObject copy = element.toObject();
            copy.insert(u"id"_s, QString(copy[u"id"].toString() + u'c' + QString::number(i)));
            element = copy;
        }
        longer.append(element);
    }
    return longer;
}

void manyAlerts(PageText &page, const Order &order)
{
    const qint64 wanted = std::clamp<qint64>(order.number("alerts"_L1, 200), 1, 100'000);
    page.eachItem(
        [wanted](QJsonObject &item, int) {
            if (item[u"alerts"].isArray())
                item.insert(u"alerts"_s, repeated(item[u"alerts"].toArray(), wanted));
        },
        order.item());
}

void manyEvidence(PageText &page, const Order &order)
{
    const qint64 wanted = std::clamp<qint64>(order.number("evidence"_L1, 10'000), 1, 1'000'000);
    const auto change = [wanted](QJsonObject &object) {
        if (object[u"evidence"].isArray())
            object.insert(u"evidence"_s, repeated(object[u"evidence"].toArray(), wanted));
    };
    page.eachItem([&](QJsonObject &item, int) { changeObjects(item, change); }, order.item());
}

void equalStamps(PageText &page, const Order &order)
{
    QJsonValue stamp = order.json["value"_L1];
    page.eachItem([&](QJsonObject &item, int) {
        if (stamp.isUndefined())
            stamp = item[u"lastUpdateDateTime"];
        item.insert(u"lastUpdateDateTime"_s, stamp);
    });
}

void skewedStamps(PageText &page, const Order &order)
{
    const Ticks by = order.number("seconds"_L1, 0) * oneSecond;
    const auto change = [by](QJsonObject &object) {
        for (const QString &name : {u"createdDateTime"_s, u"lastUpdateDateTime"_s}) {
            if (const auto time = parseStamp(object[name].toString()))
                object.insert(name, stamp(*time + by));
        }
    };
    page.eachItem([&](QJsonObject &item, int) { changeObjects(item, change); }, order.item());
}

void withheldItems(PageText &page, const Order &order)
{
    const int which = order.item();
    page.keepItems([which](int index) { return which >= 0 && index != which; });
}

void redirectedIncident(PageText &page, const Order &order)
{
    const QString to = order.text("to"_L1, u"999999999"_s); // nobody has this one
    const auto change = [&to](QJsonObject &item, int) {
        item.insert(u"status"_s, u"redirected"_s);
        item.insert(u"redirectIncidentId"_s, to == u"self" ? item[u"id"] : QJsonValue(to));
    };
    page.eachItem(change, order.item());
}

void foreignTenant(PageText &page, const Order &order)
{
    const QString tenant = order.text("value"_L1, u"99999999-9999-4999-8999-999999999999"_s);
    const auto change = [&tenant](QJsonObject &object) {
        if (object.contains(u"tenantId"_s))
            object.insert(u"tenantId"_s, tenant);
    };
    page.eachItem([&](QJsonObject &item, int) { changeObjects(item, change); }, order.item());
}

constexpr std::array spoilers = {
    std::pair("wrongTypes"_L1, Spoil(wrongTypes)),
    std::pair("nullMembers"_L1, Spoil(nullMembers)),
    std::pair("missingMembers"_L1, Spoil(missingMembers)),
    std::pair("missingArrays"_L1, Spoil(missingArrays)),
    std::pair("emptyStrings"_L1, Spoil(emptyStrings)),
    std::pair("unknownEnumMember"_L1, Spoil(unknownEnumMember)),
    std::pair("letterCase"_L1, Spoil(letterCase)),
    std::pair("unknownEvidenceType"_L1, Spoil(unknownEvidenceType)),
    std::pair("extraProperties"_L1, Spoil(extraProperties)),
    std::pair("duplicateKeys"_L1, Spoil(duplicateKeys)),
    std::pair("duplicateId"_L1, Spoil(duplicateId)),
    std::pair("oddId"_L1, Spoil(oddIds)),
    std::pair("oddDate"_L1, Spoil(oddDates)),
    std::pair("oddNumber"_L1, Spoil(oddNumbers)),
    std::pair("loneSurrogate"_L1, Spoil(loneSurrogate)),
    std::pair("nulCharacter"_L1, Spoil(nulCharacter)),
    std::pair("replacementCharacters"_L1, Spoil(replacementCharacters)),
    std::pair("htmlText"_L1, Spoil(htmlText)),
    std::pair("longText"_L1, Spoil(longText)),
    std::pair("deepJson"_L1, Spoil(deepJson)),
    std::pair("hugeString"_L1, Spoil(hugeString)),
    std::pair("manyMembers"_L1, Spoil(manyMembers)),
    std::pair("manyAlerts"_L1, Spoil(manyAlerts)),
    std::pair("manyEvidence"_L1, Spoil(manyEvidence)),
    std::pair("equalStamps"_L1, Spoil(equalStamps)),
    std::pair("skewedStamps"_L1, Spoil(skewedStamps)),
    std::pair("withheldItems"_L1, Spoil(withheldItems)),
    std::pair("redirectedIncident"_L1, Spoil(redirectedIncident)),
    std::pair("foreignTenant"_L1, Spoil(foreignTenant)),
};

} // namespace

QByteArray spoiltPage(const QJsonObject &order, const QByteArray &body)
{
    const QString kind = order["kind"_L1].toString();
    auto page = PageText::parse(body);
    if (!page)
        return body;
    if (kind == "malformedJson"_L1)
        return malformed(order["form"_L1].toString(), body);
    for (const auto &[name, spoil] : spoilers) {
        if (kind == name)
            spoil(*page, Order {order});
    }
    return page->bytes();
}

} // namespace simulator
