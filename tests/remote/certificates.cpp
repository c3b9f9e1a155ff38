// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/certificates.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace casemate::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key makeKey()
{
    return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

void extend(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

struct Wish {
    const char *name = nullptr;
    const char *alternativeName = nullptr; // nothing: an authority
    long validFrom = -3600; // seconds from now
    long validTo = 3600;
};

Certificate makeCertificate(const Wish &wish, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey)
{
    static long serial = 1000;
    Certificate certificate(X509_new(), &X509_free);
    X509 *x = certificate.get();
    X509_set_version(x, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(x), wish.validFrom);
    X509_gmtime_adj(X509_getm_notAfter(x), wish.validTo);
    X509_set_pubkey(x, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.name), -1, -1, 0);
    X509 *signer = issuer ? issuer : x;
    X509_set_issuer_name(x, X509_get_subject_name(signer));
    extend(x, signer, NID_basic_constraints, wish.alternativeName ? "CA:FALSE" : "critical,CA:TRUE");
    if (wish.alternativeName)
        extend(x, signer, NID_subject_alt_name, wish.alternativeName);
    X509_sign(x, issuerKey, EVP_sha256());
    return certificate;
}

QByteArray take(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray bytes(data, size);
    BIO_free(bio);
    return bytes;
}

QByteArray pem(X509 *certificate)
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    return take(bio);
}

QByteArray pem(EVP_PKEY *key)
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    return take(bio);
}

} // namespace

struct Authority::Private {
    Key key = makeKey();
    Certificate certificate = makeCertificate({"Casemate test authority"}, key.get(), nullptr, key.get());
    QTemporaryDir folder;
};

Authority::Authority()
    : d(std::make_unique<Private>())
{
    QFile file(this->file());
    if (!file.open(QIODevice::WriteOnly) || file.write(pem(d->certificate.get())) <= 0)
        qFatal("cannot write the test authority");
}

Authority::~Authority() = default;

QString Authority::file() const
{
    return d->folder.filePath(QStringLiteral("authority.pem"));
}

QSslConfiguration Authority::server(Flaw flaw) const
{
    Wish wish {"casemate test server", "IP:127.0.0.1"};
    if (flaw == Flaw::Expired)
        wish.validTo = -60;
    if (flaw == Flaw::OtherHost)
        wish.alternativeName = "DNS:graph.contoso.example";
    const Key key = makeKey();
    const bool isSelfSigned = flaw == Flaw::SelfSigned;
    const Certificate certificate = makeCertificate(wish, key.get(), isSelfSigned ? nullptr : d->certificate.get(),
                                                    isSelfSigned ? key.get() : d->key.get());
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(pem(certificate.get())));
    configuration.setPrivateKey(QSslKey(pem(key.get()), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, who has no certificate
    return configuration;
}

} // namespace casemate::test
