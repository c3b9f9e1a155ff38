// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldsize.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array sizes {
    WorldSize {"demo"_L1, 1'200, 500, false, "a company of 1,200 mailboxes with 500 incidents"_L1},
    WorldSize {"small"_L1, 200, 60, false, "200 mailboxes, 60 incidents"_L1},
    WorldSize {"mid"_L1, 4'000, 7'000, false, "7,000 incidents with 95,000 pieces of evidence"_L1},
    WorldSize {"large"_L1, 12'000, 54'000, false, "54,000 incidents with 700,000 pieces of evidence"_L1},
    WorldSize {"mssp"_L1, 40'000, 216'000, false, "216,000 incidents with 350,000 alerts and 2,800,000 pieces of evidence"_L1},
    WorldSize {"million"_L1, 40'000, mostIncidents, true, "1,000,000 incidents with one alert each"_L1},
};

} // namespace

std::span<const WorldSize> worldSizes()
{
    return sizes;
}

const WorldSize *findWorldSize(const QString &name)
{
    const auto found = std::find_if(sizes.begin(), sizes.end(), [&name](const WorldSize &size) { return size.name == name; });
    return found == sizes.end() ? nullptr : &*found;
}

} // namespace simulator
