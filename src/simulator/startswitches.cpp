// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/startswitches.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array certificates = {
    std::pair(u"good", CertificateKind::Good),
    std::pair(u"expired", CertificateKind::Expired),
    std::pair(u"wrongHost", CertificateKind::WrongHost),
    std::pair(u"selfSigned", CertificateKind::SelfSigned),
};

Result<bool> setLimit(int &limit, const QString &name, const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 0)
        return Failure {u"%1 takes a number of calls"_s.arg(name)};
    limit = number;
    return true;
}

} // namespace

Result<bool> StartSwitches::set(const QString &name, const QString &value)
{
    if (name == u"securityPerMinute")
        return setLimit(limits.security, name, value);
    if (name == u"huntingPerMinute")
        return setLimit(limits.hunting, name, value);
    if (name != u"certificate")
        return entra.apply(name, value);
    for (const auto &[word, kind] : certificates) {
        if (value == QStringView(word)) {
            certificate = kind;
            return true;
        }
    }
    return Failure {u"certificate takes good, expired, wrongHost or selfSigned"_s};
}

QStringList StartSwitches::help()
{
    return {u"tokenLifetime=3600  seconds that an access token lives"_s,
            u"codeLifetime=600  seconds that an authorization code lives"_s,
            u"deviceLifetime=900  seconds that a device code waits for a person"_s,
            u"deviceInterval=5  seconds between two questions of a device; 0: as often as it likes"_s,
            u"assertionReplay=refuse  a client assertion sent twice is refused; or accept"_s,
            u"refuse=  number of an AADSTS error that every sign-in and token request gets"_s,
            u"refreshLifetime=7776000  seconds that an unused refresh token lives"_s,
            u"refreshGrace=7776000  seconds that a replaced refresh token still works"_s,
            u"withheld=  permissions that nobody has consented to, separated by commas"_s,
            u"absentPermissions=  permissions that Graph does not have, as perhaps SecurityData.Manage.All; separated by commas"_s,
            u"appRoles=SecurityAnalyzedMessage.Read.All,SecurityAnalyzedMessage.ReadWrite.All  of the application"_s,
            u"securityPerMinute=150  calls an application may make below /security"_s,
            u"huntingPerMinute=45  calls of runHuntingQuery"_s,
            u"certificate=good  of --tls; or expired, wrongHost, selfSigned"_s};
}

} // namespace simulator
