// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "programrun.h"

#include "support/paths.h"

#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // milliseconds; also on a busy machine under the sanitizers

}

bool isOneClearLine(const QByteArray &err)
{
    QList<QByteArray> lines = err.trimmed().split('\n');
    lines.removeIf([](const QByteArray &line) { return line.contains("there is no keychain"); });
    return lines.size() == 1 && lines.constFirst().startsWith("casemate: ") && lines.constFirst().size() > 30;
}

ProgramRun::ProgramRun()
{
    m_tenant.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

ProgramRun::~ProgramRun()
{
    stopTenant();
}

bool ProgramRun::startTenant(const QStringList &arguments)
{
    m_tenant.start(casemate::test::programDir() + u"/casemate-simulator"_s,
                   QStringList {u"--port"_s, u"0"_s, u"--control-port"_s, u"0"_s, u"--seed"_s, u"7"_s, u"--auto-approve"_s, u"--parent-watch"_s,
                                u"--switch"_s, u"instantRemediation=on"_s}
                       + arguments);
    while (!m_tenant.canReadLine() && m_tenant.waitForReadyRead(patience)) { }
    m_ready = QJsonDocument::fromJson(m_tenant.readLine()).object();
    return !m_ready.isEmpty();
}

void ProgramRun::stopTenant()
{
    if (m_tenant.state() == QProcess::NotRunning)
        return;
    m_tenant.closeWriteChannel();
    if (!m_tenant.waitForFinished(patience))
        m_tenant.kill();
}

QJsonObject ProgramRun::control(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_ready.value(u"control").toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = network.sendCustomRequest(request, method, QJsonDocument(body).toJson());
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    delete reply;
    return answer;
}

QString ProgramRun::program()
{
    return casemate::test::programDir() + u"/casemate"_s;
}

QProcessEnvironment ProgramRun::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    return environment;
}

void ProgramRun::startBeside(QProcess &program, const QStringList &words)
{
    program.setProcessEnvironment(environment());
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(ProgramRun::program(), words);
}

Ended ProgramRun::run(const QStringList &words, const QStringList &under)
{
    QProcess program;
    program.setProcessEnvironment(environment());
    const QStringList all = under + QStringList {ProgramRun::program()} + words;
    program.start(all.constFirst(), all.mid(1));
    if (!program.waitForFinished(patience)) {
        program.kill();
        program.waitForFinished();
        return {-1, program.readAllStandardOutput(), program.readAllStandardError()};
    }
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

bool ProgramRun::signIn()
{
    const auto fine = [](const Ended &ended) {
        if (ended.code != 0)
            qWarning("exit code %d: %s%s", ended.code, ended.out.constData(), ended.err.constData());
        return ended.code == 0;
    };
    return fine(run({u"tenant"_s, u"add"_s, u"--cloud"_s, m_ready.value(u"cloud_file").toString()}))
        && fine(run({u"signin"_s, u"--browser"_s, u"curl -sLo /dev/null"_s}))
        && fine(run({u"tenant"_s, u"credential"_s, u"--file"_s, m_ready.value(u"credential_file").toString()}));
}

QString ProgramRun::cacheFile() const
{
    QDirIterator files(m_home.filePath(u"data"_s), {u"cache.db"_s}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

QString ProgramRun::cloudFileWithPort(int port)
{
    QFile original(m_ready.value(u"cloud_file").toString());
    if (!original.open(QIODevice::ReadOnly))
        return {};
    QJsonObject json = QJsonDocument::fromJson(original.readAll()).object();
    for (const QString &member : {u"login"_s, u"graph"_s}) {
        QUrl url(json.value(member).toString());
        url.setPort(port);
        json.insert(member, url.toString());
    }
    QFile copy(m_home.filePath(u"cloud-%1.json"_s.arg(port)));
    if (!copy.open(QIODevice::WriteOnly))
        return {};
    copy.write(QJsonDocument(json).toJson());
    return copy.fileName();
}
