// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include <QString>

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allStories {
    Story {"maliciousUrl"_L1, 95, tellMaliciousUrl},
    Story {"campaign"_L1, 5 * 60, tellCampaign},
    Story {"intraOrgPhish"_L1, 3 * 60 + 10, tellIntraOrgPhish},
    Story {"reportedPhish"_L1, 12, tellReportedPhish},
    Story {"compromisedMailbox"_L1, 9 * 60 + 20, tellCompromisedMailbox},
    Story {"ransomwarePrecursor"_L1, 50, tellRansomwarePrecursor},
    Story {"malwareRemoved"_L1, 35, tellMalwareRemoved},
    Story {"suspiciousSending"_L1, 31 * 60, tellSuspiciousSending},
    Story {"passwordSpray"_L1, 3 * 24 * 60, tellPasswordSpray},
    Story {"oauthApp"_L1, 2 * 24 * 60 + 45, tellOauthApp},
    Story {"falsePositive"_L1, 8, tellFalsePositive},
    Story {"storageExposure"_L1, 6 * 24 * 60, tellStorageExposure},
    Story {"clusterBreakout"_L1, 26 * 60, tellClusterBreakout},
    Story {"leakedKeys"_L1, 4 * 24 * 60 + 130, tellLeakedKeys},
    Story {"plantFloor"_L1, 5 * 24 * 60, tellPlantFloor},
    Story {"agentMisuse"_L1, 15 * 60, tellAgentMisuse},
    Story {"hostileText"_L1, 8 * 24 * 60, tellHostileText},
};

} // namespace

std::span<const Story> stories()
{
    return allStories;
}

const Story *findStory(const QString &key)
{
    const auto found = std::find_if(allStories.begin(), allStories.end(), [&key](const Story &story) {
        return key.compare(story.key, Qt::CaseInsensitive) == 0;
    });
    return found == allStories.end() ? nullptr : &*found;
}

} // namespace simulator
