// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs the victim (victim.cpp) against the demo tenant, lets it die at a chosen moment, and tells whether it did. A data
// folder of its own for each of them. Main thread of a test.

#include "support/programrun.h"

#include <QJsonArray>
#include <QList>
#include <QTemporaryDir>

#include <optional>

namespace scenarios {

// One way to die.
struct Death {
    QString option; // of the victim; empty: it lives
    int nth = 0;
    bool isApplied = false; // on arrival: whether the request still takes effect
    QString counted = {}; // other requests than usual that count
};

// What tests/long/kill.sh chooses anew each time (CASEMATE_KILL_SEED): another tenant, other moments. Without it always the
// same ones.
[[nodiscard]] std::optional<quint32> chosenSeed();
[[nodiscard]] QStringList seedArguments(); // for the demo tenant

// Five inside a transaction and five around a request, spread over what a run without a death has counted.
[[nodiscard]] QList<Death> deathsSpreadOver(const QJsonObject &counts);

struct VictimEnd {
    bool wasKilled = false; // by SIGKILL
    int code = -1; // -1: no ordinary end
    QJsonObject counts;
    QByteArray err;

    [[nodiscard]] bool isDone() const { return !wasKilled && code == 0; }
};

class VictimRun
{
public:
    // `counted`: regular expression on "METHOD /path" of the requests that count.
    VictimRun(ProgramRun &tenant, QString counted);
    ~VictimRun(); // of a test that failed the folder stays when CASEMATE_KEEP_FAILED says so, with the tenant's side of it
    Q_DISABLE_COPY_MOVE(VictimRun)

    [[nodiscard]] VictimEnd run(const QString &mode, const Death &death = {}, const QJsonArray &choices = {});
    // Whose folder it is; the first run that is not killed tells it.
    void setAccount(const QString &oid) { m_oid = oid; }
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString tenantId() const;

private:
    void prepare(const Death &death);
    [[nodiscard]] QString countedFor(const Death &death) const;

    ProgramRun &m_tenant;
    QString m_counted;
    QTemporaryDir m_data;
    QString m_oid;
};

} // namespace scenarios
