-- Up Migration

-- 国家统一法律职业资格, which legal reviewers need (行政处罚法 58).
alter table people add column qualified boolean not null default false;

-- A refusal may rest on several articles.
alter table refusals add column articles text[] not null default '{}';
alter table refusals drop column article;
