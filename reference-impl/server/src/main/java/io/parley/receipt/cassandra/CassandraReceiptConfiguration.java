package io.parley.receipt.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.receipt.ReceiptStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses Cassandra for the marks. */
@Configuration(proxyBeanMethods = false)
class CassandraReceiptConfiguration {

    @Bean
    ReceiptStore receiptStore(CqlSession session) {
        return new CassandraReceipts(session);
    }
}
