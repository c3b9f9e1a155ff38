// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A server that does to its client what a test wants: answers byte by byte as told, closes after it has read a request,
// resets, stays silent. Counts what arrives. In the clear or over TLS. Lives in the test's thread.

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>

namespace casemate::test {

struct RawRequest {
    QByteArray head; // with its request line
    QByteArray body;
    int connection = 0; // from 1

    [[nodiscard]] QByteArray line() const { return head.left(head.indexOf('\r')); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

struct Reaction {
    enum class Then { Keep, Close, Reset };
    QByteArray bytes;
    Then then = Then::Keep;
};
[[nodiscard]] Reaction answering(int status, const QByteArray &body, const QByteArray &moreHeaders = {});

class RawServer final : public QTcpServer
{
    Q_OBJECT
public:
    using React = std::function<Reaction(const RawRequest &)>;

    explicit RawServer(React react, std::optional<QSslConfiguration> tls = {});

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] const QList<RawRequest> &requests() const { return m_requests; }
    [[nodiscard]] qsizetype count(const QByteArray &method) const;
    [[nodiscard]] QByteArray everything() const { return m_everything; } // all bytes that ever arrived
    [[nodiscard]] int connections() const { return m_connections; }
    void setReact(React react) { m_react = std::move(react); }

protected:
    void incomingConnection(qintptr handle) override;

private:
    void read(class QSslSocket *socket, int connection);

    React m_react;
    std::optional<QSslConfiguration> m_tls;
    QList<RawRequest> m_requests;
    QHash<QObject *, QByteArray> m_pending;
    QByteArray m_everything;
    int m_connections = 0;
};

} // namespace casemate::test
