// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A certificate authority of the test's own, and server certificates made by it, good and bad. Main thread.

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace casemate::test {

class Authority
{
public:
    Authority();
    ~Authority();
    Q_DISABLE_COPY_MOVE(Authority)

    [[nodiscard]] QString file() const; // the authority's certificate, PEM
    enum class Flaw { None, Expired, OtherHost, SelfSigned };
    [[nodiscard]] QSslConfiguration server(Flaw flaw = Flaw::None) const; // for 127.0.0.1

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casemate::test
