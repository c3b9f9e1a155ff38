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

// What all plans of a tenant have in common.
struct PlanRules {
    quint64 seed = 0;
    int mailboxes = 0;
    bool oneAlertEach = false;
};

// An incident with many alerts consists of groups of them, each with its own people and mails of the same wave.
struct BackgroundPlan {
    static constexpr int alertsInGroup = 8;
    static constexpr int peopleInGroup = 4;
    static constexpr int mailsInGroup = 4;

    int alerts = 0;
    bool hasMails = false; // mailsInGroup in each group
    bool wantsApproval = false; // its mails wait for a decision during the first week
    quint64 salt = 0; // for everything that is drawn later

    [[nodiscard]] AlertKind kind(int ordinal) const;
    [[nodiscard]] int variant(int ordinal) const; // of the evidence
    [[nodiscard]] int person(int group, int which) const; // index among the people
    [[nodiscard]] int groups() const { return (alerts + alertsInGroup - 1) / alertsInGroup; }
    [[nodiscard]] static int groupOf(int ordinal) { return ordinal / alertsInGroup; }

    std::size_t theme = 0;
    int mailboxes = 0;
};
[[nodiscard]] BackgroundPlan planOf(const PlanRules &rules, quint32 number);

struct PlannedMail {
    Mail mail;
    QString recipient;
    Place original = Place::Inbox;
    Place latest = Place::Inbox;
};
[[nodiscard]] PlannedMail plannedMail(const BackgroundPlan &plan, int group, int which, Ticks created, const People &people);

} // namespace simulator
