// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingtable.h"

#include <algorithm>

namespace simulator {

std::vector<const HuntingTable *> huntingTables(HuntingAge age)
{
    return {&emailEvents(age), &emailPostDeliveryEvents(), &emailUrlInfo(), &emailAttachmentInfo(),
            &urlClickEvents(), &alertInfo(),               &alertEvidence()};
}

const HuntingTable *findHuntingTable(QStringView name, HuntingAge age)
{
    const std::vector<const HuntingTable *> tables = huntingTables(age);
    const auto found = std::find_if(tables.begin(), tables.end(), [name](const HuntingTable *table) { return name == table->name(); });
    return found == tables.end() ? nullptr : *found;
}

} // namespace simulator
