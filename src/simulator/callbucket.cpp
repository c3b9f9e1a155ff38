// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbucket.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tenMinutes = 600'000; // ms
constexpr qint64 directoryWindow = 150'000; // ms
constexpr qint64 oneSecondWindow = 1'000; // ms

} // namespace

QString mailboxOf(const Request &request)
{
    const QStringList segments = request.path.toLower().split(u'/', Qt::SkipEmptyParts).mid(1);
    if (segments.value(0) == "me"_L1 && segments.value(1) == "mailfolders"_L1) {
        return u"me"_s;
    }
    return segments.value(0) == "users"_L1 && segments.value(2) == "mailfolders"_L1 ? segments.value(1) : QString();
}

std::optional<CallBucket> bucketOf(const Request &request, const Caller &caller, const CallLimits &limits)
{
    const QString area = request.path.section(u'/', 2, 2).toLower();
    if (area == "security"_L1 && request.path.endsWith("runHuntingQuery"_L1, Qt::CaseInsensitive)) {
        return CallBucket {.name = u"hunting"_s,
                           .limit = limits.hunting,
                           .refusal = u"API calls quota exceeded! Maximum allowed %1 per 00:01:00 for key: runHuntingQuery."_s.arg(
                               limits.hunting)};
    }
    if (area == "security"_L1) {
        return CallBucket {.name = u"security/"_s + caller.appId,
                           .limit = limits.security,
                           .refusal = u"Too many requests. The application has exceeded its call limit."_s};
    }
    if (area == "identityprotection"_L1) {
        return CallBucket {.name = u"identityProtection"_s,
                           .limit = limits.riskyUsers,
                           .window = oneSecondWindow,
                           .refusal = u"Too many requests."_s,
                           .saysWhen = false};
    }
    const QString mailbox = mailboxOf(request);
    if (!mailbox.isEmpty()) {
        return CallBucket {.name = u"mailbox/"_s + caller.appId + u'/' + mailbox + (mailbox == "me"_L1 ? caller.objectId : QString()),
                           .limit = limits.mailbox,
                           .window = tenMinutes,
                           .refusal = u"Application is over its MailboxRequests limit."_s};
    }
    if (area == "users"_L1 && request.method != "GET") {
        return CallBucket {.name = u"directory/"_s + caller.appId,
                           .limit = limits.directoryWrites,
                           .window = directoryWindow,
                           .refusal = u"Too many requests."_s};
    }
    return std::nullopt;
}

} // namespace simulator
