"""Words by which headlines are labelled weakly for tone.py, our own: stems for Korean (found anywhere in a title), whole words or phrases for English."""

KO_NEGATIVE = (
    "사망 숨져 숨진 참사 참변 추락 붕괴 폭발 화재 부상 실종 피해 피살 살해 살인 성폭행 성추행 폭행 학대 사기 횡령 배임 뇌물 비리 구속 기소 체포 실형 징역 유죄 논란 비판 반발 갈등 충돌 우려 위기 위협 "
    "불안 불만 분노 경고 악화 침체 둔화 부진 하락 급락 폭락 추락 감소 급감 적자 손실 손해 파산 부도 해고 감원 구조조정 실패 좌절 패배 완패 참패 연패 탈락 중단 취소 철회 무산 파행 차질 결함 리콜 오류 장애 먹통 해킹 "
    "유출 침해 위반 제재 과징금 벌금 테러 공습 포격 학살 인질 지진 태풍 홍수 가뭄 폭우 한파 폭염 미세먼지 감염 확진 중독 질병 자살 빈곤 체납 담합 은폐 조작 혐오 차별 막말 퇴출 불법 폭력 파문 의혹 최악 최저 하향 약세 "
    "쇼크 비상 고통 눈물 오염 붕괴 몰락 축소 손상 규탄 비난 압수수색 고소 고발 소송 추방 난민 희생 유족 부작용"
).split()
KO_POSITIVE = (
    "우승 승리 완승 연승 대승 금메달 은메달 동메달 메달 신기록 최고 최초 최다 최대 호조 호실적 상승 급등 반등 강세 흑자 증가 급증 성장 회복 개선 돌파 성공 달성 수상 표창 쾌거 축하 환영 기대 호평 인기 흥행 극찬 감동 희망 "
    "구조 완치 기부 봉사 나눔 지원 후원 혁신 도약 강화 확대 합의 타결 화해 평화 협력 무죄 석방 귀환 상향 수주 체결 선정 1위 결승골 멀티골 맹활약 활약 골든 부활 행복 사랑 미소 풍성 호황 인하 할인 무료 혜택 개막 축제"
).split()
EN_NEGATIVE = (
    "dead dies died death deaths kill kills killed killing murder murdered crash crashes attack attacks attacked bomb bombing blast explosion war wounded injured injures injury hurt victim victims missing kidnapped hostage rape raped assault "
    "abuse abused arrested jailed convicted guilty charged fraud scandal corruption bribery lawsuit sued sues fired layoffs cuts fall falls fell drop drops dropped decline declines declined plunge plunges plunged slump slumps tumble tumbles "
    "loss losses lose loses lost bankruptcy bankrupt default recession crisis fear fears warn warns warning threat threatens threatened fail fails failed failure collapse collapsed collapses reject rejected rejects condemn condemns criticized "
    "criticizes outrage protest protests riot clash clashes violence violent earthquake flood floods hurricane storm fire fires disaster outbreak epidemic disease cancer virus infected pollution toxic shortage strike delay delayed suspended "
    "banned bans worst weak weaker worse worries worry concern concerns slow slows slowdown downturn deficit debt damage damaged destroyed hit hurts struggle struggles trouble troubled risk risks danger dangerous terror terrorist suicide "
    "racist hate angry anger blame blames accused accuses denies lies hoax recall defect hacked breach poor bad terrible horrible awful ugly sad tragic tragedy broken disappointing disappointed boring stupid waste decreased lower lowered layoff redundancies "
    "downgrade downgraded negative unprofitable shrank shrinks shrink halved closure closing dismiss dismissed"
).split()
EN_POSITIVE = (
    "win wins won victory triumph beats champion champions gold medal award awards awarded record best success successful succeed celebrates celebrate celebrated praise praised praises honor honored rise rises rose gain gains gained surge surges soar "
    "soars jump jumps jumped climb climbs climbed growth grow grows grew profit profits profitable rebound rebounds recover recovers recovery improve improves improved improvement boost boosts boosted strong stronger strength increase increases "
    "increased upbeat optimistic optimism hope hopes hopeful peace deal agreement agree agrees breakthrough cure cured rescued rescue saved saves safe freed free love loves loved lovely happy joy beautiful amazing awesome wonderful great excellent "
    "perfect good better fun funny delicious favorite inspiring inspired hero heroes brave welcome welcomes thriving exceeds exceeded outperform upgrade upgraded wins raises expand expands expansion "
    "contract order orders positive dividend doubled tripled cooperation innovative leading thanks easy helps helped"
).split()
