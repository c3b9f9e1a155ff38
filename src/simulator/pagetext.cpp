// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/pagetext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar Mark {u'\uE000'}; // for private use, so nothing the tenant writes has it; sorts behind every name

QJsonValue changedAt(const QJsonValue &value, const QStringList &path, const PageText::Change &change)
{
    if (path.isEmpty())
        return change(value);
    if (value.isArray()) {
        QJsonArray changed;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            changed.append(changedAt(element, path, change));
        return changed;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    changeAt(object, path, change);
    return object;
}

QJsonValue withObjectsChanged(const QJsonValue &value, const std::function<void(QJsonObject &)> &change)
{
    if (value.isArray()) {
        QJsonArray changed;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            changed.append(withObjectsChanged(element, change));
        return changed;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    changeObjects(object, change);
    return object;
}

} // namespace

std::optional<PageText> PageText::parse(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject() || document[u"error"].isObject())
        return std::nullopt;
    PageText page;
    page.m_body = document.object();
    for (const QString &name : {u"value"_s, u"results"_s}) {
        if (page.m_body[name].isArray())
            page.m_list = name;
    }
    return page;
}

void PageText::eachItem(const ItemChange &change, int only)
{
    if (m_list.isEmpty()) {
        change(m_body, 0);
        return;
    }
    QJsonArray items = m_body[m_list].toArray();
    for (int i = 0; i < items.size(); ++i) {
        if (!items[i].isObject() || (only >= 0 && i != only))
            continue;
        QJsonObject item = items[i].toObject();
        change(item, i);
        items[i] = item;
    }
    m_body.insert(m_list, items);
}

void PageText::keepItems(const std::function<bool(int)> &isKept)
{
    if (m_list.isEmpty())
        return;
    QJsonArray kept;
    const QJsonArray items = m_body[m_list].toArray();
    for (int i = 0; i < items.size(); ++i) {
        if (isKept(i))
            kept.append(items[i]);
    }
    m_body.insert(m_list, kept);
}

void PageText::setMember(const QString &name, const QJsonValue &value)
{
    m_body.insert(name, value);
}

QJsonValue PageText::raw(const QByteArray &json)
{
    m_raw.append(json);
    return QString(Mark + QString::number(m_raw.size() - 1) + Mark);
}

void PageText::addRaw(QJsonObject &object, const QByteArray &members)
{
    m_raw.append(members);
    const QString name = Mark + QString::number(m_raw.size() - 1) + Mark;
    object.insert(name, QJsonValue());
}

QByteArray PageText::bytes() const
{
    const QByteArray text = QJsonDocument(m_body).toJson(QJsonDocument::Compact);
    if (m_raw.isEmpty())
        return text;
    const QByteArray mark = QString(Mark).toUtf8();
    const QByteArray open = '"' + mark;
    const QByteArray close = "\":null";
    QByteArray bytes;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(open); at >= 0; at = text.indexOf(open, done)) {
        const qsizetype number = at + open.size();
        const qsizetype end = text.indexOf(mark, number);
        bytes += text.sliced(done, at - done) + m_raw[text.sliced(number, end - number).toInt()];
        done = end + mark.size() + (QByteArrayView(text).sliced(end + mark.size()).startsWith(close) ? close.size() : 1);
    }
    return bytes + text.sliced(done);
}

void changeAt(QJsonObject &object, const QStringList &path, const PageText::Change &change)
{
    const auto found = object.find(path.first());
    if (found != object.end())
        *found = changedAt(*found, path.sliced(1), change);
}

void changeObjects(QJsonObject &object, const std::function<void(QJsonObject &)> &change)
{
    for (auto it = object.begin(); it != object.end(); ++it)
        *it = withObjectsChanged(*it, change);
    change(object);
}

} // namespace simulator
