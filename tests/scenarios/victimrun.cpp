// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/victimrun.h"

#include "store/datapaths.h"
#include "support/paths.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace scenarios {

namespace {

constexpr int patience = 60'000; // milliseconds; also on a busy machine under the sanitizers
const QString onArrival = u"--die-on-arrival"_s;

bool write(const QString &name, const QJsonDocument &document)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(document.toJson()) > 0;
}

} // namespace

std::optional<quint32> chosenSeed()
{
    bool isNumber = false;
    const quint32 seed = qEnvironmentVariable("CASEMATE_KILL_SEED").toUInt(&isNumber);
    return isNumber ? std::optional(seed) : std::nullopt;
}

QStringList seedArguments()
{
    const auto seed = chosenSeed();
    return seed ? QStringList {u"--seed"_s, QString::number(*seed)} : QStringList();
}

QList<Death> deathsSpreadOver(const QJsonObject &counts)
{
    QRandomGenerator random(chosenSeed().value_or(0));
    const auto part = [&](const char *event, int i) {
        const int count = counts[QLatin1StringView(event)].toInt();
        const int last = (count * i + 5) / 6; // the next run may count a little less
        if (!chosenSeed())
            return last;
        const int first = std::min(count * (i - 1) / 6 + 1, last);
        return random.bounded(first, last + 1);
    };
    QList<Death> deaths;
    for (int i = 1; i <= 5; ++i)
        deaths.append(i % 2 == 1 ? Death {u"--die-at-commit"_s, part("commit", i)}
                                 : Death {u"--die-in-statement"_s, part("statement", i)});
    deaths.append({onArrival, part("handed", 1), true});
    deaths.append({u"--die-at-request"_s, part("handed", 2)});
    deaths.append({onArrival, part("handed", 3), false});
    deaths.append({u"--die-after-answer"_s, part("answered", 4)});
    deaths.append({onArrival, part("handed", 5), true});
    return deaths;
}

VictimRun::VictimRun(ProgramRun &tenant, QString counted)
    : m_tenant(tenant)
    , m_counted(std::move(counted))
{
}

VictimRun::~VictimRun()
{
    if (!QTest::currentTestFailed() || !qEnvironmentVariableIsSet("CASEMATE_KEEP_FAILED"))
        return;
    m_data.setAutoRemove(false);
    write(m_data.filePath(u"effects.json"_s), QJsonDocument(m_tenant.control("GET", u"/control/effects"_s)));
    write(m_data.filePath(u"world.json"_s), QJsonDocument(m_tenant.control("GET", u"/control/world/incidents"_s)));
    qInfo("kept: %s", qPrintable(m_data.path()));
}

QString VictimRun::countedFor(const Death &death) const
{
    return death.counted.isEmpty() ? m_counted : death.counted;
}

// The request that it dies on is not answered, so that the answer cannot overtake the signal. The fault is left in its
// place: taking it away would let go what is held back.
void VictimRun::prepare(const Death &death)
{
    m_tenant.control("DELETE", u"/control/requests"_s);
    if (death.option == onArrival)
        m_tenant.control("POST", u"/control/faults"_s,
                         {{u"route"_s, countedFor(death)},
                          {u"nth"_s, death.nth},
                          {u"kind"_s, u"stall"_s},
                          {u"apply"_s, death.isApplied}});
}

VictimEnd VictimRun::run(const QString &mode, const Death &death, const QJsonArray &choices)
{
    prepare(death);
    const QString counted = countedFor(death);
    const QDir here(m_data.path());
    QStringList words {
        mode,         u"--tenant"_s, here.filePath(u"tenant.json"_s), u"--data"_s, here.filePath(u"data"_s),
        u"--count"_s, counted};
    write(here.filePath(u"tenant.json"_s), QJsonDocument(m_tenant.ready()));
    if (!choices.isEmpty() && write(here.filePath(u"choices.json"_s), QJsonDocument(choices)))
        words << u"--choices"_s << here.filePath(u"choices.json"_s);
    if (!death.option.isEmpty())
        words << death.option << QString::number(death.nth);

    QProcess victim;
    victim.start(casemate::test::programDir() + u"/casemate-victim"_s, words);
    VictimEnd end;
    if (!victim.waitForFinished(patience)) {
        victim.kill();
        victim.waitForFinished();
        end.err = "it goes on and on: " + victim.readAllStandardError();
        return end;
    }
    const bool isOrdinary = victim.exitStatus() == QProcess::NormalExit;
    end.wasKilled = !isOrdinary && victim.exitCode() == SIGKILL;
    end.code = isOrdinary ? victim.exitCode() : -1;
    end.counts = QJsonDocument::fromJson(victim.readAllStandardOutput()).object();
    end.err = victim.readAllStandardError();
    if (end.counts.contains(u"oid"))
        m_oid = end.counts[u"oid"].toString();
    return end;
}

QString VictimRun::tenantId() const
{
    return m_tenant.ready()[u"tenant"].toString();
}

QString VictimRun::folder() const
{
    return store::DataPaths {m_data.filePath(u"data"_s)}.tenantFolder(u"demo"_s, tenantId(), m_oid);
}

} // namespace scenarios
