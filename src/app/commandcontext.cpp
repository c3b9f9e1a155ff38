// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandcontext.h"

#include "language.h"

#include "remote/graphdecoder.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString absoluteOrEmpty(const QString &folder)
{
    return folder.isEmpty() ? folder : QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
}

} // namespace

CommandContext::CommandContext(Arguments arguments, QByteArray input, std::shared_ptr<Output> output, QObject *parent)
    : QObject(parent)
    , m_arguments(std::move(arguments))
    , m_input(std::move(input))
    , m_output(std::move(output))
    , m_settings(readSettings())
    , m_registry(TenantRegistry::standardFile(absoluteOrEmpty(m_arguments.value(u"data-dir"_s))))
    , m_paths(store::DataPaths::standard())
{
    if (const QString folder = absoluteOrEmpty(m_arguments.value(u"data-dir"_s)); !folder.isEmpty())
        m_paths.root = folder;
}

CommandContext::~CommandContext() = default;

void CommandContext::note(const QString &sentence)
{
    m_output->err(sentence.toUtf8() + '\n');
}

void CommandContext::fail(const domain::Error &error)
{
    if (m_finished)
        return;
    note(u"casemate: "_s + englishSentence(error));
    finish(exitCode(error));
}

void CommandContext::finish(ExitCode code)
{
    if (m_finished)
        return;
    m_finished = true;
    m_output->finish(code);
    Q_EMIT finished();
}

bool CommandContext::chooseTenant()
{
    const domain::Result<domain::Tenant> tenant = m_registry.choose(m_arguments.value(u"tenant"_s));
    if (!holds(tenant))
        return false;
    m_tenant = *tenant;
    return true;
}

QString CommandContext::tenantFolder() const
{
    return m_paths.tenantFolder(m_tenant.cloud.name, m_tenant.tenantId, m_tenant.oid);
}

bool CommandContext::openReaders()
{
    if (!chooseTenant())
        return false;
    if (m_tenant.oid.isEmpty()) {
        fail(domain::error(domain::ErrorKind::SignInNeeded, u"read the cache"_s));
        return false;
    }
    if (!holds(m_paths.prepareTenant(m_tenant.cloud.name, m_tenant.tenantId, m_tenant.oid)))
        return false;
    m_decoder = std::make_unique<remote::GraphDecoder>(m_tenant.tenantId);
    m_readers = std::make_unique<store::Readers>(tenantFolder(), *m_decoder);
    return true;
}

} // namespace app
