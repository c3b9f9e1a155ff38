// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The built programs, run as a person at a shell would: the demo tenant as a process, and casemate with folders of its own.
// One of each per test function. Main thread of a test.

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

class ProgramRun
{
public:
    ProgramRun();
    ~ProgramRun();

    // False when the tenant did not come up; `arguments` beside ports, seed and --auto-approve.
    [[nodiscard]] bool startTenant(const QStringList &arguments = {QStringLiteral("--incidents"), QStringLiteral("60")});
    void stopTenant();
    [[nodiscard]] QJsonObject ready() const { return m_ready; }
    QJsonObject control(const QByteArray &method, const QString &path, const QJsonObject &body = {});

    [[nodiscard]] Ended run(const QStringList &words);
    [[nodiscard]] bool signIn(); // tenant add, signin, tenant credential
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] QString cacheFile() const; // of the only account
    [[nodiscard]] QString cloudFileWithPort(int port); // a copy that leads elsewhere

private:
    QTemporaryDir m_home;
    QProcess m_tenant;
    QJsonObject m_ready;
};
