// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostsight.h"

#include "addressrule.h"
#include "httpdate.h"
#include "tlsrules.h"

#include "domain/ask.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using domain::Finding;
using domain::FindingCause;
using domain::Findings;
using domain::FindingState;
using domain::FindingSubject;

namespace remote {

namespace {

constexpr qint64 tolerated = 60; // seconds; a sign-in bears five minutes, an order of events not so much
constexpr qint64 refusedAbove = 300;
constexpr qint64 soonOverDays = 14;

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2: return u"TLS 1.2"_s;
    case QSsl::TlsV1_3: return u"TLS 1.3"_s;
    default: return u"TLS"_s;
    }
}

QString issuerName(const QSslCertificate &certificate)
{
    const QString name = certificate.issuerInfo(QSslCertificate::CommonName).join(u", "_s);
    const QString organisation = certificate.issuerInfo(QSslCertificate::Organization).join(u", "_s);
    if (name.isEmpty() || organisation.isEmpty())
        return name + organisation;
    return u"%1 (%2)"_s.arg(name, organisation);
}

// Those that Microsoft's hosts are certified by. Anything else that the system trusts is somebody in between who reads along,
// mostly the organisation's own proxy.
bool isUsualIssuer(const QSslCertificate &certificate)
{
    const QStringList organisations = certificate.issuerInfo(QSslCertificate::Organization);
    return organisations.contains("Microsoft Corporation"_L1) || organisations.contains("DigiCert Inc"_L1);
}

FindingCause causeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return FindingCause::NotFound;
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::NetworkSessionFailedError: return FindingCause::NoNetwork;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError: return FindingCause::TimedOut;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError: return FindingCause::Unreachable;
    default: return FindingCause::BrokenOff;
    }
}

class HostLook final : public QObject
{
public:
    HostLook(const domain::Cloud &cloud, const QUrl &url, domain::Clock &clock, domain::Answer<Findings> answer, QObject *asker)
        : QObject(asker)
        , m_cloud(cloud)
        , m_address(hostAddress(url))
        , m_clock(clock)
        , m_answer(std::move(answer))
    {
    }
    ~HostLook() override { delete m_reply; } // before the manager that it uses

    void start(std::chrono::milliseconds limit);

private:
    void takeHead();
    void takeEnd();
    void end(Finding host);
    void addCertificate(FindingState state, FindingCause cause);
    void addClock();
    [[nodiscard]] Finding finding(FindingSubject subject, FindingState state, FindingCause cause = FindingCause::None) const;

    domain::Cloud m_cloud;
    QString m_address;
    domain::Clock &m_clock;
    domain::Answer<Findings> m_answer;
    QNetworkAccessManager m_manager;
    QNetworkReply *m_reply = nullptr;
    QStringList m_distrust; // what is wrong with the certificate
    Findings m_findings;
    std::chrono::milliseconds m_begin {};
    bool m_timedOut = false;
    bool m_ended = false;
};

Finding HostLook::finding(FindingSubject subject, FindingState state, FindingCause cause) const
{
    Finding made;
    made.subject = subject;
    made.state = state;
    made.cause = cause;
    made.about = m_address;
    return made;
}

void HostLook::start(std::chrono::milliseconds limit)
{
    QUrl url(m_address + u'/');
    const bool isLoopback = isLoopbackLiteral(url.host());
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setSslConfiguration(isLoopback ? tlsRulesOnLoopback(m_cloud) : tlsRules());
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("casemate"));
    if (isLoopback)
        m_manager.setProxy(QNetworkProxy::NoProxy);
    m_begin = m_clock.elapsed();
    m_reply = m_manager.get(request);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_distrust.append(error.errorString());
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HostLook::takeHead);
    connect(m_reply, &QNetworkReply::finished, this, &HostLook::takeEnd);
    m_clock.after(limit, this, [this] {
        m_timedOut = true;
        m_reply->abort();
    });
}

void HostLook::takeHead()
{
    if (m_ended || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 0)
        return;
    Finding host = finding(FindingSubject::Host, FindingState::Good);
    host.number = (m_clock.elapsed() - m_begin).count();
    if (m_reply->url().scheme() == "https"_L1) {
        host.value = protocolName(m_reply->sslConfiguration().sessionProtocol());
        addCertificate(FindingState::Good, FindingCause::None);
    } else {
        host.cause = FindingCause::InTheClear;
        host.state = m_cloud.demo ? FindingState::Good : FindingState::Bad;
    }
    addClock();
    end(host);
}

void HostLook::takeEnd()
{
    if (m_ended)
        return;
    Finding host = finding(FindingSubject::Host, FindingState::Bad, m_timedOut ? FindingCause::TimedOut : causeOf(m_reply->error()));
    host.detail = m_timedOut ? QString() : m_reply->errorString();
    if (!m_distrust.isEmpty()) {
        host.cause = FindingCause::NotTrusted;
        host.detail.clear();
        addCertificate(FindingState::Bad, FindingCause::NotTrusted);
    }
    end(host);
}

void HostLook::addCertificate(FindingState state, FindingCause cause)
{
    const QSslCertificate shown = m_reply->sslConfiguration().peerCertificate();
    Finding certificate = finding(FindingSubject::Certificate, state, cause);
    certificate.value = issuerName(shown);
    certificate.detail = m_distrust.join(u"; "_s);
    if (shown.expiryDate().isValid())
        certificate.when = domain::Moment::fromDateTime(shown.expiryDate());
    if (state == FindingState::Good && !m_cloud.demo) {
        certificate.cause = !isUsualIssuer(shown)                                               ? FindingCause::UnusualIssuer
            : certificate.when && *certificate.when < m_clock.now().plusSeconds(soonOverDays * 86'400) ? FindingCause::SoonOver
                                                                                                : FindingCause::None;
        certificate.state = certificate.cause == FindingCause::None ? FindingState::Good : FindingState::Note;
    }
    m_findings.append(certificate);
}

void HostLook::addClock()
{
    Finding clock = finding(FindingSubject::Clock, FindingState::Good);
    const auto theirs = httpDate(m_reply->rawHeader("Date"));
    if (!theirs) {
        clock.state = FindingState::Unknown;
        clock.cause = FindingCause::NoDate;
    } else {
        const qint64 ahead = (m_clock.now().msecs() - theirs->msecs()) / 1000;
        clock.number = ahead;
        if (qAbs(ahead) > tolerated) {
            clock.cause = m_cloud.demo ? FindingCause::OwnClock : ahead > 0 ? FindingCause::Ahead : FindingCause::Behind;
            clock.state = m_cloud.demo ? FindingState::Good : qAbs(ahead) > refusedAbove ? FindingState::Bad : FindingState::Note;
        }
    }
    m_findings.append(clock);
}

void HostLook::end(Finding host)
{
    m_ended = true;
    m_findings.prepend(std::move(host));
    m_answer(m_findings);
    deleteLater();
}

} // namespace

QString hostAddress(const QUrl &url)
{
    return url.scheme() + u"://"_s + url.authority(QUrl::FullyEncoded);
}

void lookAtHost(const domain::Cloud &cloud, const QUrl &url, std::chrono::milliseconds limit, domain::Clock &clock, QObject *asker,
                std::function<void(domain::Result<Findings>)> answer)
{
    (new HostLook(cloud, url, clock, domain::Answer<Findings>(asker, std::move(answer)), asker))->start(limit);
}

Finding lookAtTls()
{
    Finding finding;
    finding.subject = FindingSubject::TlsLibrary;
    finding.value = QSslSocket::sslLibraryVersionString();
    finding.detail = QSslSocket::sslLibraryBuildVersionString();
    if (!QSslSocket::supportsSsl()) {
        finding.state = FindingState::Bad;
        finding.cause = FindingCause::Missing;
    } else if ((QSslSocket::sslLibraryVersionNumber() >> 28) != (QSslSocket::sslLibraryBuildVersionNumber() >> 28)) {
        finding.state = FindingState::Note;
        finding.cause = FindingCause::Differs;
    }
    return finding;
}

} // namespace remote
