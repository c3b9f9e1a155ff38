// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demotenant.h"

#include "domain/ask.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

using domain::ErrorKind;
using domain::Result;

namespace {

QString simulatorPath()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/casemate-simulator"_s;
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(u"casemate-simulator"_s);
}

domain::Error failed(const QString &why)
{
    return domain::error(ErrorKind::Unreachable, u"start the demo tenant"_s, why);
}

} // namespace

DemoTenant::DemoTenant(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

DemoTenant::~DemoTenant()
{
    m_process.disconnect(this); // QProcess kills a child that is still there
}

void DemoTenant::stop(QObject *asker, std::function<void(Result<domain::Done>)> answer)
{
    const domain::Answer<domain::Done> reply(asker, std::move(answer));
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning) {
        reply(domain::Done {});
        return;
    }
    connect(&m_process, &QProcess::finished, this, [reply] { reply(domain::Done {}); });
    m_process.closeWriteChannel(); // its sign to end
}

void DemoTenant::start(const Options &options, QObject *asker, std::function<void(Result<Ready>)> answer)
{
    const domain::Answer<Ready> reply(asker, std::move(answer));
    m_answer = [reply](Result<Ready> ready) { reply(std::move(ready)); };
    const QString program = simulatorPath();
    if (program.isEmpty()) {
        reply(failed(u"casemate-simulator is not installed beside casemate"_s));
        return;
    }
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoTenant::readLine);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError) { m_answer(failed(m_process.errorString())); });
    connect(&m_process, &QProcess::finished, this, [this] { m_answer(failed(u"it ended before it was ready"_s)); });
    m_process.start(program, {u"--port"_s, u"0"_s, u"--control-port"_s, u"0"_s, u"--seed"_s, QString::number(options.seed),
                              u"--incidents"_s, QString::number(options.incidents), u"--speed"_s, QString::number(options.speed),
                              u"--start"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate), // ages are true ages
                              u"--auto-approve"_s, u"--parent-watch"_s});
}

void DemoTenant::readLine()
{
    m_line += m_process.readAllStandardOutput();
    if (!m_line.contains('\n'))
        return;
    const QJsonObject json = QJsonDocument::fromJson(m_line.left(m_line.indexOf('\n'))).object();
    const Result<CloudFile> cloud = readCloudFile(json.value("cloud_file"_L1).toString());
    if (!cloud) {
        m_answer(cloud.error());
        return;
    }
    m_answer(Ready {*cloud, QUrl(json.value("control"_L1).toString()), json.value("credential_file"_L1).toString()});
}

} // namespace app
