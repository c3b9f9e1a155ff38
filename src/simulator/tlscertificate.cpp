// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/tlscertificate.h"

#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr long Day = 24 * 3600; // s

struct Freed {
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed>;
using Certificate = std::unique_ptr<X509, Freed>;

struct Wish {
    const char *name; // common name
    const char *alternativeNames; // nullptr: it is an authority
    long from; // s from now
    long to;
};

struct Issuer {
    X509 *certificate; // nullptr: the certificate signs itself
    EVP_PKEY *key;
};

bool extend(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool extendAll(X509 *certificate, X509 *issuer, const Wish &wish)
{
    if (!extend(certificate, issuer, NID_subject_key_identifier, "hash"))
        return false;
    if (!wish.alternativeNames) {
        return extend(certificate, issuer, NID_basic_constraints, "critical,CA:TRUE")
            && extend(certificate, issuer, NID_key_usage, "critical,keyCertSign");
    }
    return extend(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE")
        && extend(certificate, issuer, NID_key_usage, "critical,digitalSignature")
        && extend(certificate, issuer, NID_ext_key_usage, "serverAuth")
        && extend(certificate, issuer, NID_subject_alt_name, wish.alternativeNames);
}

Certificate certify(EVP_PKEY *key, const Wish &wish, const Issuer &issuer)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), QRandomGenerator::system()->generate64() >> 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), wish.from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.to);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>(wish.name), -1, -1, 0);
    X509 *signer = issuer.certificate ? issuer.certificate : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    const bool isDone =
        extendAll(certificate.get(), signer, wish) && X509_sign(certificate.get(), issuer.key, EVP_sha256()) > 0;
    return isDone ? std::move(certificate) : nullptr;
}

template <typename Write>
QByteArray pem(Write write)
{
    const std::unique_ptr<BIO, Freed> bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get()) != 1)
        return {};
    char *start = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &start);
    return {start, static_cast<qsizetype>(size)};
}

QByteArray pem(X509 *certificate)
{
    return pem([certificate](BIO *bio) { return PEM_write_bio_X509(bio, certificate); });
}

QByteArray pem(EVP_PKEY *key)
{
    return pem([key](BIO *bio) { return PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

Wish leafWish(CertificateKind kind)
{
    switch (kind) {
    case CertificateKind::Expired: return {"127.0.0.1", "IP:127.0.0.1,IP:::1,DNS:localhost", -30 * Day, -Day};
    case CertificateKind::WrongHost: return {"elsewhere.example", "DNS:elsewhere.example", -Day, 365 * Day};
    case CertificateKind::Good:
    case CertificateKind::SelfSigned: break;
    }
    return {"127.0.0.1", "IP:127.0.0.1,IP:::1,DNS:localhost", -Day, 365 * Day};
}

} // namespace

Result<TlsCertificate> TlsCertificate::make(CertificateKind kind)
{
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key key(EVP_EC_gen("P-256"));
    if (!authorityKey || !key)
        return Failure {u"no key for TLS could be made"_s};
    const Wish authorityWish {"Casemate demo authority", nullptr, -60 * Day, 365 * Day};
    const Certificate authority = certify(authorityKey.get(), authorityWish, {nullptr, authorityKey.get()});
    if (!authority)
        return Failure {u"no certificate authority could be made"_s};
    const bool isSelfSigned = kind == CertificateKind::SelfSigned;
    const Issuer issuer = isSelfSigned ? Issuer {nullptr, key.get()} : Issuer {authority.get(), authorityKey.get()};
    const Certificate certificate = certify(key.get(), leafWish(kind), issuer);
    if (!certificate)
        return Failure {u"no certificate could be made"_s};
    return TlsCertificate {pem(authority.get()), pem(certificate.get()), pem(key.get())};
}

QSslConfiguration TlsCertificate::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({QByteArray("http/1.1")});
    configuration.setLocalCertificate(QSslCertificate(certificatePem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(keyPem, QSsl::Ec, QSsl::Pem));
    return configuration;
}

} // namespace simulator
