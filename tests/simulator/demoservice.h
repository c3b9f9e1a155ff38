// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A simulator that runs within the test's own process, and what a test says to it: sign in, ask Graph, work the controls.
// Lives in the test's thread.

#include "simulator/formdata.h"
#include "simulator/service.h"
#include "simulator/wireclient.h"

namespace simulator::test {

class DemoService
{
public:
    enum class SignInPage { Skipped, Shown };

    // Arguments as on the command line; there are few incidents.
    explicit DemoService(const QStringList &arguments = {}, SignInPage page = SignInPage::Skipped);

    [[nodiscard]] bool isReady() const { return !m_line.isEmpty(); }
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] const QJsonObject &line() const { return m_line; }
    void use(int tenant) { m_tenant = tenant; } // which of several all else concerns
    [[nodiscard]] QJsonObject tenant() const; // what the line says about it
    [[nodiscard]] QJsonObject cloud() const; // content of the two files
    [[nodiscard]] QJsonObject credential() const;
    [[nodiscard]] QUrl graph() const;
    [[nodiscard]] QUrl control() const;
    [[nodiscard]] QByteArray tenantPath() const; // "/<tenant id>"

    // Sign-in in its steps; `changes` replace or (null text) remove single parameters.
    [[nodiscard]] WireAnswer authorize(const FormData &changes = {}) const;
    [[nodiscard]] QString code(const FormData &changes = {}) const;
    [[nodiscard]] WireAnswer redeem(const QString &code, const FormData &changes = {}) const;
    [[nodiscard]] WireAnswer refresh(const QString &refreshToken, const FormData &changes = {}) const;
    [[nodiscard]] WireAnswer applicationToken(const FormData &changes = {}) const;
    [[nodiscard]] WireAnswer post(const QByteArray &path, const FormData &form) const; // below the tenant
    [[nodiscard]] QByteArray signIn(const QString &upn = {}) const; // "Bearer …" of that person, else the administrator
    [[nodiscard]] QString upn(int account) const; // as the ready line lists them

    WireAnswer get(const QByteArray &target, const QByteArray &authorization = {}) const;
    QJsonObject say(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {}) const;
    [[nodiscard]] int arrived(const QString &route) const; // requests whose "METHOD path" matches

    static QString verifier();

private:
    [[nodiscard]] WireAnswer postToken(const FormData &form, const FormData &changes) const;

    std::unique_ptr<Service> m_service;
    QJsonObject m_line;
    QString m_failure;
    int m_tenant = 0;
};

[[nodiscard]] QJsonObject claimsOf(const QString &token); // unverified
[[nodiscard]] QJsonObject jsonFile(const QString &path);

} // namespace simulator::test
