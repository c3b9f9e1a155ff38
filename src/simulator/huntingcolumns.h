// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the hunting tables about mail are declared: for each column a name, a type and how its cell follows from the row, and
// for the table how many rows a delivery has. The tables about alerts are in huntingalerts.cpp. Used in the tenant thread.

#include "huntingtable.h"
#include "mail.h"

#include <QJsonObject>

namespace simulator {

struct MailRow {
    const Organisation &org;
    quint32 delivery;
    int part; // position among what the delivery has several of

    [[nodiscard]] const MailCopy &copy() const;
    [[nodiscard]] const Mail &mail() const;
    [[nodiscard]] const MailMove &move() const { return copy().moves.at(part); }
    [[nodiscard]] const MailClick &click() const { return copy().clicks.at(part); }
    [[nodiscard]] const MailUrl &url() const { return mail().urls.at(part); }
    [[nodiscard]] const MailAttachment &file() const { return mail().attachments.at(part); }
};

struct MailColumn {
    HuntingHead head;
    KqlValue (*cell)(const MailRow &row);
};

struct MailTableFacts {
    QLatin1StringView name;
    std::vector<MailColumn> columns;
    int (*count)(const Organisation &org, quint32 delivery); // rows of it
    Ticks (*time)(const MailRow &row);
};

class MailTable : public HuntingTable {
public:
    explicit MailTable(MailTableFacts facts);

    [[nodiscard]] QLatin1StringView name() const override { return m_facts.name; }
    [[nodiscard]] std::span<const HuntingHead> columns() const override { return m_heads; }
    [[nodiscard]] int keyColumn() const override { return m_key; }
    [[nodiscard]] qint64 size(const Organisation &org) const override;
    [[nodiscard]] std::unique_ptr<HuntingCursor> open(const Organisation &org, const HuntingSelection &selection) const override;

private:
    MailTableFacts m_facts;
    std::vector<HuntingHead> m_heads;
    int m_key; // NetworkMessageId
};

[[nodiscard]] KqlValue huntingText(const QString &value);
[[nodiscard]] KqlValue noText(const MailRow &row);
[[nodiscard]] QString jsonText(const QJsonObject &object);
[[nodiscard]] QString objectIdOf(const Organisation &org, const QString &address); // empty for strangers
[[nodiscard]] QString detectionJson(const Mail &mail);
[[nodiscard]] bool isWithin(const HuntingWindow &window, Ticks time);

} // namespace simulator
