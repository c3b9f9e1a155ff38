// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A Graph answer taken apart so that a fault can change what it says: the items of a page, or the one item that the body
// is. What no JSON writer would write (a number beyond every range, half a surrogate pair, a key twice) is put in as a
// stand-in and takes its place in the bytes at the end. A value; tenant thread.

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <functional>
#include <optional>

namespace simulator {

class PageText
{
public:
    using Change = std::function<QJsonValue(const QJsonValue &)>;
    using ItemChange = std::function<void(QJsonObject &item, int index)>;

    static std::optional<PageText> parse(const QByteArray &body); // nothing: no JSON object, or one with an error

    void eachItem(const ItemChange &change, int only = -1); // only that one; -1: all
    void keepItems(const std::function<bool(int index)> &isKept); // of a page
    void setMember(const QString &name, const QJsonValue &value); // of the page itself
    [[nodiscard]] QJsonValue member(const QString &name) const { return m_body[name]; }
    [[nodiscard]] QJsonValue raw(const QByteArray &json); // a value that reads so in the bytes
    void addRaw(QJsonObject &object, const QByteArray &members); // "\"a\":1,\"a\":2" at its end
    [[nodiscard]] QByteArray bytes() const;

private:
    QJsonObject m_body;
    QString m_list; // member that holds the items; empty: the body is one
    QList<QByteArray> m_raw;
};

// Changes the member that `path` names ("evidence.verdict"; arrays are gone through) wherever it is there.
void changeAt(QJsonObject &object, const QStringList &path, const PageText::Change &change);
// Changes every object inside, from the innermost outwards, and the outermost one.
void changeObjects(QJsonObject &object, const std::function<void(QJsonObject &)> &change);

} // namespace simulator
