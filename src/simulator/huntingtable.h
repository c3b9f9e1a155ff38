// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of advanced hunting over the tenant's mails and alerts. Nothing is copied: a cursor walks what the tenant
// holds, and a cell is computed when somebody looks at it, so that a query sees what has just happened. Lives in the tenant
// thread; a cursor is good until the state changes.

#include "kqlvalue.h"

#include <QStringView>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace simulator {

struct Organisation;

struct HuntingWindow {
    Ticks from = 0;
    Ticks to = 0; // not included
};

struct HuntingHead {
    QLatin1StringView name;
    KqlType type;
};

struct HuntingSelection {
    HuntingWindow window;
    std::optional<QString> key {}; // rows whose key column is this, in any case
};

class HuntingCursor {
public:
    virtual ~HuntingCursor() = default;
    virtual bool next() = 0; // to the first row, and on; false at the end
    [[nodiscard]] virtual KqlValue cell(int column) const = 0;
};

class HuntingTable {
public:
    static constexpr int timeColumn = 0; // of every table: Timestamp

    virtual ~HuntingTable() = default;
    [[nodiscard]] virtual QLatin1StringView name() const = 0;
    [[nodiscard]] virtual std::span<const HuntingHead> columns() const = 0;
    [[nodiscard]] virtual int keyColumn() const = 0;
    [[nodiscard]] virtual qint64 size(const Organisation &org) const = 0; // about
    [[nodiscard]] virtual std::unique_ptr<HuntingCursor> open(const Organisation &org, const HuntingSelection &selection) const = 0;
};

// Columns come without notice: EmailEvents is there with and without those that were announced last.
enum class HuntingAge { Documented, Newer };

[[nodiscard]] std::vector<const HuntingTable *> huntingTables(HuntingAge age);
// nullptr: there is none
[[nodiscard]] const HuntingTable *findHuntingTable(QStringView name, HuntingAge age = HuntingAge::Documented);

[[nodiscard]] const HuntingTable &emailEvents(HuntingAge age);
[[nodiscard]] const HuntingTable &emailPostDeliveryEvents();
[[nodiscard]] const HuntingTable &emailUrlInfo();
[[nodiscard]] const HuntingTable &emailAttachmentInfo();
[[nodiscard]] const HuntingTable &urlClickEvents();
[[nodiscard]] const HuntingTable &alertInfo();
[[nodiscard]] const HuntingTable &alertEvidence();

} // namespace simulator
