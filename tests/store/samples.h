// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of the store store: cases with bytes that no re-encoding would give back, a decoder that knows them, a
// folder for a tenant, a clock that stands still.

#include "store/cachewriter.h"

#include "domain/clock.h"
#include "domain/decision.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

namespace samples {

// Readable failures instead of a bad variant access.
template <class T>
QByteArray said(const domain::Result<T> &result)
{
    if (result)
        return "value";
    const domain::Error &e = result.error();
    return (domain::errorKindWord(e.kind) + u' ' + e.code + u' ' + e.tried + QStringLiteral(": ") + e.detail).toUtf8();
}
#define MUST(result) QVERIFY2((result).hasValue(), samples::said(result).constData())
#define REFUSED(result, rule)                                                                                          \
    do {                                                                                                               \
        QVERIFY2(!(result).hasValue(), "was not refused");                                                             \
        QCOMPARE((result).error().kind, domain::ErrorKind::Refused);                                                   \
        QCOMPARE((result).error().code, QString::fromLatin1(rule));                                                    \
    } while (false)

// Knows the items that were made here by their bytes. Filled before it is shared with another thread.
class Book final : public domain::Decoder
{
public:
    domain::Received<domain::Incident> enter(const domain::Incident &incident);
    domain::Received<domain::Alert> enter(const domain::Alert &alert);
    void learn(const Book &other, const QString &incident); // this one's incident, without its alerts
    [[nodiscard]] domain::Result<domain::Incident> incident(const QByteArray &item) const override;
    [[nodiscard]] domain::Result<domain::Alert> alert(const QByteArray &item) const override;

private:
    QHash<QByteArray, domain::Incident> m_incidents;
    QHash<QByteArray, domain::Alert> m_alerts;
    int m_pages = 0; // goes into the bytes, so that two versions never share them
};

class StillClock final : public domain::Clock
{
public:
    [[nodiscard]] domain::Moment now() const override { return time; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return std::chrono::milliseconds(time.msecs()); }
    void after(std::chrono::milliseconds, QObject *, std::function<void()>) override { }

    domain::Moment time = domain::Moment::fromMsecs(1'772'000'000'000);
};

// <temporary>/demo/<tenant>/<account>, 0700
class Folder
{
public:
    Folder();
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const QString &name) const { return m_path + u'/' + name; }
    [[nodiscard]] QString root() const { return m_root.path(); }

    static constexpr auto tenant = "11111111-2222-3333-4444-555555555555";

private:
    QTemporaryDir m_root;
    QString m_path;
};

[[nodiscard]] domain::Moment minute(int number); // of a day in February 2026
[[nodiscard]] domain::Incident incident(const QString &id, domain::Moment updated);
[[nodiscard]] domain::Alert alert(const QString &id, const QString &incident, domain::Moment updated);
[[nodiscard]] domain::Evidence mailEvidence(const QString &message, const QString &recipient,
                                            domain::RemediationStatus status = domain::RemediationStatus::PendingApproval);
[[nodiscard]] domain::Evidence userEvidence(const QString &upn,
                                            domain::RemediationStatus status = domain::RemediationStatus::None);
[[nodiscard]] domain::Decision decision(const QString &id, domain::DecisionKind kind = domain::DecisionKind::Assign);

// First column of the first row, through a plain connection of SQLite's own.
[[nodiscard]] QString plainSql(const QString &file, const QByteArray &sql);

#define CHANGE(file, sql) QCOMPARE(samples::plainSql(file, sql), QString())

} // namespace samples
