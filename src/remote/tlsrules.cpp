// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsrules.h"

#include <QSslCertificate>

namespace remote {

QSslConfiguration tlsRules()
{
    QSslConfiguration rules = QSslConfiguration::defaultConfiguration();
    rules.setProtocol(QSsl::TlsV1_2OrLater);
    return rules;
}

QSslConfiguration tlsRulesOnLoopback(const domain::Cloud &cloud)
{
    QSslConfiguration rules = tlsRules();
    if (cloud.demo && !cloud.caFile.isEmpty())
        rules.addCaCertificates(QSslCertificate::fromPath(cloud.caFile));
    return rules;
}

} // namespace remote
