// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an ordinary incident between the stories consists of, decided anew from its number whenever it is needed: which
// alerts, which people, machines and mails take part. Pure.

#include "mail.h"
#include "people.h"
#include "words.h"

#include <array>

namespace simulator {

class Random;

enum class AlertKind : quint8 {
    ReportedByUser,
    UrlClicked,
    UrlRemoved,
    FileRemoved,
    PhishDelivered,
    SendingSuspicious,
    MalwarePrevented,
    ScriptSuspicious,
    SignInUnfamiliar,
    ImpossibleTravel,
    MassDownload,
    PolicyMatched,
    StorageAccess,
    Reconnaissance
};
inline constexpr int alertKindCount = 14;

struct KindFacts {
    ServiceSource source;
    QLatin1StringView detectionSource;
    Severity severity;
    QLatin1StringView title;
    QLatin1StringView category;
    QLatin1StringView technique;
    bool mail; // has messages, and an investigation of its own
};
[[nodiscard]] const KindFacts &factsOf(AlertKind kind);

inline constexpr int variantsPerKind = 24; // of the evidence

struct BackgroundPlan {
    static constexpr int mostAlerts = 8;
    static constexpr int mostMails = 4;

    int alerts = 0;
    std::array<AlertKind, mostAlerts> kinds {};
    std::array<quint8, mostAlerts> variants {};
    std::array<int, 4> people {};
    int mails = 0;
    bool wantsApproval = false; // its mails wait for a decision during the first week
    quint64 salt = 0; // for the small things: addresses, hashes
};
[[nodiscard]] BackgroundPlan planOf(quint64 seed, quint32 number);

struct PlannedMail {
    Mail mail;
    QString recipient;
    Place original = Place::Inbox;
    Place latest = Place::Inbox;
};
[[nodiscard]] PlannedMail plannedMail(const BackgroundPlan &plan, int which, Ticks created, const People &people);

} // namespace simulator
