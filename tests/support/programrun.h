// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The built programs, run as a person at a shell would: the demo tenant as a process, and casemate with folders of its own.
// One of each per test function. Main thread of a test.

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

// One sentence or more in one line, after the program's name; no second line, no raw code.
[[nodiscard]] bool isOneClearLine(const QByteArray &err);

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

    // `under`: a command that runs the program, as in "setpriv … casemate WORDS".
    [[nodiscard]] Ended run(const QStringList &words, const QStringList &under = {});
    // The same program going on beside the test, with the window when there are no words; nothing of it is waited for.
    void startBeside(QProcess &program, const QStringList &words);
    [[nodiscard]] bool signIn(); // tenant add, signin, tenant credential
    [[nodiscard]] static QString program(); // path of casemate
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] QString cacheFile() const; // of the only account
    [[nodiscard]] QString cloudFileWithPort(int port); // a copy that leads elsewhere

private:
    [[nodiscard]] QProcessEnvironment environment() const;

    QTemporaryDir m_home;
    QProcess m_tenant;
    QJsonObject m_ready;
};
