package cme.chassis.database;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.inject.Singleton;

@Singleton
class Articles implements PanacheRepositoryBase<Article, String> {}
