// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a check has found so far, by area, the worst first. It grows while the check runs and keeps the rows in their places
// otherwise. One column; the parts of a row are roles. GUI thread.

#include "itemroles.h"
#include "tablemodel.h"
#include "timetext.h"

#include "domain/finding.h"

namespace models {

struct FindingRow {
    domain::Finding finding;
    bool isFirstOfArea = false;

    friend bool operator==(const FindingRow &, const FindingRow &) = default;
};

class FindingsModel final : public TableModel<FindingRow>
{
    Q_OBJECT
public:
    // Display: the title; SecondLineRole: what was found; FullTextRole: what to do, may be empty; ToneRole; SignRole: the
    // FindingState as int; besides:
    enum FindingRole {
        StateWordRole = Qt::UserRole + 200,
        AreaRole, // the area's name in its first row, else empty
    };

    explicit FindingsModel(const TimeText &times = TimeText(), QObject *parent = nullptr);

    void clear() { setFindings({}); }
    void add(const domain::Findings &findings); // one that is there already takes the new value
    void setFindings(const domain::Findings &findings);
    [[nodiscard]] domain::Findings findings() const;

protected:
    [[nodiscard]] QString keyOf(const FindingRow &row) const override { return domain::findingId(row.finding); }
    [[nodiscard]] QVariant cell(const FindingRow &row, int column, int role) const override;

private:
    TimeText m_times;
};

[[nodiscard]] Tone toneOf(domain::FindingState state);

} // namespace models
