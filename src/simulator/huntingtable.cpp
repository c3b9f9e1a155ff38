// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingtable.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

std::optional<KqlRelation> huntingTable(const Organisation &org, const QString &name, HuntingWindow window)
{
    using Table = KqlRelation (*)(const Organisation &, HuntingWindow);
    constexpr std::array tables {std::pair<QLatin1StringView, Table> {"EmailEvents"_L1, emailEvents},
                                 std::pair<QLatin1StringView, Table> {"EmailPostDeliveryEvents"_L1, emailPostDeliveryEvents},
                                 std::pair<QLatin1StringView, Table> {"EmailUrlInfo"_L1, emailUrlInfo},
                                 std::pair<QLatin1StringView, Table> {"EmailAttachmentInfo"_L1, emailAttachmentInfo},
                                 std::pair<QLatin1StringView, Table> {"AlertInfo"_L1, alertInfo},
                                 std::pair<QLatin1StringView, Table> {"AlertEvidence"_L1, alertEvidence}};
    for (const auto &[known, table] : tables) {
        if (name == known) {
            return table(org, window);
        }
    }
    return std::nullopt;
}

} // namespace simulator
